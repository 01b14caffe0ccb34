package sqlite.token;

/**
 * A token with its place, for callers that list tokens. The parser reads types and offsets from the
 * {@link Tokenizer} instead and makes no token objects.
 */
public record Token(TokenType type, SourceSpan span) {}
