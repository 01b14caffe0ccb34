package sqlite.ast;

/** What stands before a list of results or arguments. */
public enum Quantifier {
  UNSPECIFIED,
  /** Written out, but the same as nothing. */
  ALL,
  DISTINCT
}
