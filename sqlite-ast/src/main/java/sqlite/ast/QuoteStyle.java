package sqlite.ast;

/** How a name was written. */
public enum QuoteStyle {
  /** Bare, or made by the program rather than parsed. */
  NONE,
  /**
   * {@code "name"}. In an expression SQLite reads such a word as a string when no column has that
   * name.
   */
  DOUBLE,
  /** {@code `name`}, always an identifier. */
  BACKTICK,
  /** {@code [name]}, always an identifier. */
  BRACKET,
  /** {@code 'name'}, where the grammar allows a string in place of a name. */
  SINGLE
}
