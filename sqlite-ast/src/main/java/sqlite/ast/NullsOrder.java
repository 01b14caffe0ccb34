package sqlite.ast;

/** Where NULLs sort; unspecified is first when ascending, last when descending. */
public enum NullsOrder {
  UNSPECIFIED,
  FIRST,
  LAST
}
