package sqlite.ast;

import sqlite.token.SourceSpan;

/** {@code CREATE TABLE name AS query}. */
public record CreateTableAs(
    boolean temporary, boolean ifNotExists, QualifiedName name, Select query, SourceSpan span)
    implements Statement {}
