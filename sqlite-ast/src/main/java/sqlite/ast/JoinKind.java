package sqlite.ast;

/** The kinds of join; a comma is an inner join written otherwise. */
public enum JoinKind {
  COMMA,
  INNER,
  /** Inner, but the left table is always the outer loop. */
  CROSS,
  LEFT,
  RIGHT,
  FULL
}
