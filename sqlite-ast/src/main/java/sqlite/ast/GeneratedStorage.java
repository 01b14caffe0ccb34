package sqlite.ast;

/** Where a generated column lives; unspecified is virtual. */
public enum GeneratedStorage {
  UNSPECIFIED,
  VIRTUAL,
  STORED
}
