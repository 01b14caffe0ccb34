package sqlite.ast;

/** What the bounds of a window frame count. */
public enum FrameUnit {
  RANGE,
  ROWS,
  GROUPS
}
