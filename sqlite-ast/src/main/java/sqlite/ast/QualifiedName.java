package sqlite.ast;

import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * {@code [schema.]name} of a table, index, view, trigger or pragma.
 *
 * @param schema the part before the dot, or null
 * @param name the object's own name
 */
public record QualifiedName(@Nullable Name schema, Name name, SourceSpan span) {

  /** An unqualified name that was not parsed. */
  public static QualifiedName of(String name) {
    return new QualifiedName(null, Name.of(name), SourceSpan.NONE);
  }
}
