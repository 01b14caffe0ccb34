package sqlite.ast;

/** What a DROP statement removes. */
public enum DropKind {
  TABLE,
  INDEX,
  VIEW,
  TRIGGER
}
