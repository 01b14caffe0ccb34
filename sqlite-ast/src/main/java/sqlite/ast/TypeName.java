package sqlite.ast;

import sqlite.token.SourceSpan;

/**
 * A declared type such as {@code DOUBLE PRECISION} or {@code NVARCHAR(160)}.
 *
 * @param text exactly as written, inner blanks and parentheses included; empty in {@code CAST(x
 *     AS)}
 * @see <a href="https://sqlite.org/datatype3.html">Datatypes in SQLite</a>
 */
public record TypeName(String text, SourceSpan span) {}
