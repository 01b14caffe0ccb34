package sqlite.ast;

/** What stands after an ordering term; unspecified is ascending. */
public enum SortDirection {
  UNSPECIFIED,
  ASCENDING,
  DESCENDING
}
