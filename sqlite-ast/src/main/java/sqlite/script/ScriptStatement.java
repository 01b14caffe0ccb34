package sqlite.script;

/**
 * One statement of a script.
 *
 * @param text from its first token to the semicolon, which is left out
 * @param offset where it begins in the script, in UTF-16 units
 * @param line the line it begins on, from 1
 */
public record ScriptStatement(String text, long offset, long line) {}
