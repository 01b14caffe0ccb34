package sqlite.ast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/** A SELECT or VALUES without ORDER BY and LIMIT. */
public sealed interface SelectCore {

  SourceSpan span();

  /** {@code SELECT columns [FROM ...] [WHERE ...] [GROUP BY ...] [HAVING ...] [WINDOW ...]}. */
  record Query(
      Quantifier quantifier,
      List<ResultColumn> columns,
      @Nullable TableRef from,
      @Nullable Expr where,
      List<Expr> groupBy,
      @Nullable Expr having,
      List<WindowDefinition> windows,
      SourceSpan span)
      implements SelectCore {
    public Query {
      columns = List.copyOf(columns);
      groupBy = List.copyOf(groupBy);
      windows = List.copyOf(windows);
      if (columns.isEmpty()) {
        throw new IllegalArgumentException("SELECT without columns");
      }
    }
  }

  /** {@code VALUES (...), (...)}; the rows may differ in length, which is an error found later. */
  record Values(List<List<Expr>> rows, SourceSpan span) implements SelectCore {
    public Values {
      rows = copyOfRows(rows);
    }

    private static List<List<Expr>> copyOfRows(List<List<Expr>> rows) {
      if (rows.isEmpty()) {
        throw new IllegalArgumentException("VALUES without rows");
      }
      ArrayList<List<Expr>> copy = new ArrayList<>(rows.size());
      for (List<Expr> row : rows) {
        copy.add(List.copyOf(row));
      }
      return List.copyOf(copy);
    }
  }
}
