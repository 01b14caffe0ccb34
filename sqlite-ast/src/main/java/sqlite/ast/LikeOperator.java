package sqlite.ast;

/** The pattern operators; each is a call of the function of the same name. */
public enum LikeOperator {
  LIKE,
  GLOB,
  REGEXP,
  MATCH
}
