package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * {@code name [type] constraints}, in CREATE TABLE and ALTER TABLE ADD COLUMN.
 *
 * @param type null when none was written
 */
public record ColumnDefinition(
    Name name, @Nullable TypeName type, List<ColumnConstraint> constraints, SourceSpan span) {
  public ColumnDefinition {
    constraints = List.copyOf(constraints);
  }
}
