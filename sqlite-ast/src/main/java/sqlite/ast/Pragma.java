package sqlite.ast;

import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * {@code PRAGMA [schema.]name}, {@code = value} or {@code (value)}, which mean the same.
 *
 * @see <a href="https://sqlite.org/pragma.html">PRAGMA</a>
 */
public record Pragma(QualifiedName name, @Nullable PragmaValue value, SourceSpan span)
    implements Statement {}
