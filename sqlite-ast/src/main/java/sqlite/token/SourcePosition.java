package sqlite.token;

/**
 * A place in SQL text as a person counts it.
 *
 * @param line from 1; lines end with a line feed
 * @param column from 1, in UTF-16 units
 */
public record SourcePosition(int line, int column) {}
