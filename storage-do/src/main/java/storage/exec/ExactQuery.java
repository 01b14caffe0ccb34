package storage.exec;

/**
 * A query put into a form whose numbers survive a border that knows only doubles.
 *
 * <p>Around the user's query stands one that adds a last column: for every column of the row, its
 * JSON literal if it is an INTEGER or an infinity, else a dash, separated by commas. So an INTEGER
 * is read from its digits, and a number without a literal is a REAL. (Nothing in place of the dash
 * would do, but for the {@code concat_ws} of SQLite 3.47, which passes over empty strings.)
 *
 * <pre>
 *   WITH _ens_q(c0,c1) AS (SELECT * FROM (SELECT ...) LIMIT -1 OFFSET 0)
 *   SELECT c0,c1,concat_ws(',',literal(c0),literal(c1)) FROM _ens_q
 * </pre>
 *
 * SQLite keeps the order of the inner query, since the outer one reads nothing else and has no
 * order of its own.
 */
final class ExactQuery {
  /** The platform documents 32 arguments of a function; groups of fewer hold 625 columns. */
  private static final int GROUP = 25;

  private ExactQuery() {}

  static String of(String sql, int columns) {
    StringBuilder exact = new StringBuilder(sql.length() + columns * 130 + 80);
    exact.append("WITH _ens_q(");
    appendColumns(exact, columns);
    exact.append(") AS (SELECT * FROM (").append(sql).append("\n) LIMIT -1 OFFSET 0) SELECT ");
    appendColumns(exact, columns);
    exact.append(",concat_ws(','");
    for (int from = 0; from < columns; from += GROUP) {
      exact.append(",concat_ws(','");
      for (int column = from; column < Math.min(columns, from + GROUP); column++) {
        exact.append(',');
        appendLiteral(exact, column);
      }
      exact.append(')');
    }
    return exact.append(") FROM _ens_q").toString();
  }

  private static void appendColumns(StringBuilder exact, int columns) {
    for (int column = 0; column < columns; column++) {
      exact.append(column == 0 ? "c" : ",c").append(column);
    }
  }

  private static void appendLiteral(StringBuilder exact, int column) {
    exact.append("CASE typeof(c").append(column).append(") WHEN 'integer' THEN c").append(column);
    exact.append(" WHEN 'real' THEN CASE c").append(column);
    exact.append(" WHEN 9e999 THEN '9e999' WHEN -9e999 THEN '-9e999' ELSE '-' END ELSE '-' END");
  }
}
