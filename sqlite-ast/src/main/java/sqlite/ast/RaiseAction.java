package sqlite.ast;

/** The first argument of RAISE. */
public enum RaiseAction {
  IGNORE,
  ROLLBACK,
  ABORT,
  FAIL
}
