package sqlite.ast;

/** The change to a parent row that a foreign key answers. */
public enum ReferenceEvent {
  DELETE,
  UPDATE,
  /** Read and ignored by SQLite. */
  INSERT
}
