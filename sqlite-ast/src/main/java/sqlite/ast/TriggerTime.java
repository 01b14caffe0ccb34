package sqlite.ast;

/** When a trigger fires; unspecified is before. */
public enum TriggerTime {
  UNSPECIFIED,
  BEFORE,
  AFTER,
  INSTEAD_OF
}
