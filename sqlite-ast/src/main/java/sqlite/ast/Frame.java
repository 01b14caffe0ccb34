package sqlite.ast;

import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * {@code RANGE|ROWS|GROUPS start}, or {@code BETWEEN start AND end}.
 *
 * @param end null when BETWEEN is not written, which means the current row
 */
public record Frame(
    FrameUnit unit,
    FrameBound start,
    @Nullable FrameBound end,
    FrameExclusion exclusion,
    SourceSpan span) {}
