package storage.exec;

/**
 * The rows of a query one page after the other, as they were when it began, as long as nothing is
 * changed meanwhile. One that is not read to its end keeps its tables locked.
 */
public interface RowCursor {
  /**
   * A page.
   *
   * @param found its rows, which can be told apart
   * @param more whether there are others behind it
   */
  record Page(PreparedQuery.Found found, boolean more) {}

  /**
   * The next page; throws {@link SqlFailure} when SQLite refuses.
   *
   * @param characters after how many it ends; it has a row at least if there is one
   */
  Page read(int characters);

  /** Ends it: nobody wants the rest. */
  void end();
}
