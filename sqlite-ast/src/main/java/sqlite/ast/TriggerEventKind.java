package sqlite.ast;

/** The kinds of change that fire a trigger. */
public enum TriggerEventKind {
  DELETE,
  INSERT,
  UPDATE
}
