package sqlite.ast;

/** A join's kind, and whether NATURAL was written. */
public record JoinOperator(JoinKind kind, boolean natural) {
  public JoinOperator {
    if (natural && kind == JoinKind.COMMA) {
      throw new IllegalArgumentException("a natural comma");
    }
  }
}
