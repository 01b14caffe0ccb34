package sqlite.ast;

import sqlite.token.SourceSpan;

/** {@code WHEN condition THEN result}. */
public record CaseBranch(Expr condition, Expr result, SourceSpan span) {}
