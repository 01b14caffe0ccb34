package sqlite.ast;

import sqlite.token.SourceSpan;

/** A further core of a compound SELECT, with the operator before it. */
public record CompoundTerm(CompoundOperator operator, SelectCore core, SourceSpan span) {}
