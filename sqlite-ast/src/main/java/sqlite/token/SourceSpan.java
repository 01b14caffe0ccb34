package sqlite.token;

/**
 * A stretch of SQL text, as offsets in UTF-16 units.
 *
 * <p>All spans are equal to one another and share one hash code, so that a span takes no part in
 * the equality of the records that carry it: two trees are equal when they mean the same, wherever
 * they were written.
 *
 * @param start offset of the first character
 * @param end offset after the last character, never less than {@code start}
 */
public record SourceSpan(int start, int end) {

  /** The span of a node that was made rather than parsed. */
  public static final SourceSpan NONE = new SourceSpan(0, 0);

  public SourceSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /** The span from the start of this one to the end of {@code last}. */
  public SourceSpan to(SourceSpan last) {
    return new SourceSpan(start, Math.max(end, last.end));
  }

  /** The text that this span covers in the source it was taken from. */
  public String textIn(String source) {
    return source.substring(start, end);
  }

  /** Line and column of the first character. */
  public SourcePosition positionIn(String source) {
    int line = 1;
    int lineStart = 0;
    int limit = Math.min(start, source.length());
    for (int i = 0; i < limit; i++) {
      if (source.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new SourcePosition(line, limit - lineStart + 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceSpan;
  }

  @Override
  public int hashCode() {
    return 1;
  }
}
