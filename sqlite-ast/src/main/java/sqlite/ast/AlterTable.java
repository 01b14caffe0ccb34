package sqlite.ast;

import sqlite.token.SourceSpan;

/**
 * ALTER TABLE.
 *
 * @see <a href="https://sqlite.org/lang_altertable.html">ALTER TABLE</a>
 */
public record AlterTable(QualifiedName table, AlterAction action, SourceSpan span)
    implements Statement {}
