package sqlite.ast;

import java.util.List;
import sqlite.token.SourceSpan;

/** {@code name [(columns)] AS [[NOT] MATERIALIZED] (query)}. */
public record CommonTable(
    Name name, List<Name> columns, Materialization materialization, Select query, SourceSpan span) {
  public CommonTable {
    columns = List.copyOf(columns);
  }
}
