package sqlite.ast;

/** Which rows a window frame leaves out; unspecified is none. */
public enum FrameExclusion {
  UNSPECIFIED,
  NO_OTHERS,
  CURRENT_ROW,
  GROUP,
  TIES
}
