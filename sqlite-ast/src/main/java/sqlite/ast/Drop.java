package sqlite.ast;

import sqlite.token.SourceSpan;

/** DROP TABLE, INDEX, VIEW or TRIGGER. */
public record Drop(DropKind kind, boolean ifExists, QualifiedName name, SourceSpan span)
    implements Statement {}
