package sqlite.ast;

/** The lock that BEGIN takes; unspecified is deferred. */
public enum TransactionMode {
  UNSPECIFIED,
  DEFERRED,
  IMMEDIATE,
  EXCLUSIVE
}
