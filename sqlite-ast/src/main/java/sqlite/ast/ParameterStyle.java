package sqlite.ast;

/** How a parameter was written. */
public enum ParameterStyle {
  /** {@code ?}, numbered by its place. */
  ANONYMOUS,
  /** {@code ?NNN}. */
  NUMBERED,
  /** {@code :name}, {@code @name}, {@code $name} or {@code #name}. */
  NAMED
}
