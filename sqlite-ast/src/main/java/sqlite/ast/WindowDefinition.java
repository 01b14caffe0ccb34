package sqlite.ast;

import sqlite.token.SourceSpan;

/** {@code name AS (window)} in a WINDOW clause. */
public record WindowDefinition(Name name, WindowSpec window, SourceSpan span) {}
