package sqlite.ast;

/** What joins the terms of a compound SELECT. */
public enum CompoundOperator {
  UNION,
  UNION_ALL,
  INTERSECT,
  EXCEPT
}
