package sqlite.ast;

/** What to do when a constraint fails. */
public enum ConflictAction {
  ROLLBACK,
  ABORT,
  FAIL,
  IGNORE,
  REPLACE
}
