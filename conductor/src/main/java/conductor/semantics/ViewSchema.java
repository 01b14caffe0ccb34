package conductor.semantics;

import sqlite.ast.CreateView;

/**
 * A view.
 *
 * @param name as its definition wrote it
 * @param sql its CREATE VIEW, which the spans of the definition are of
 * @param definition the same, parsed
 */
public record ViewSchema(String name, String sql, CreateView definition) {}
