package sqlite.ast;

/** The hint of a common table expression. */
public enum Materialization {
  UNSPECIFIED,
  MATERIALIZED,
  NOT_MATERIALIZED
}
