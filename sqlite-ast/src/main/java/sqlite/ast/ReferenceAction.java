package sqlite.ast;

/** What a foreign key does to its child rows. */
public enum ReferenceAction {
  SET_NULL,
  SET_DEFAULT,
  CASCADE,
  RESTRICT,
  NO_ACTION
}
