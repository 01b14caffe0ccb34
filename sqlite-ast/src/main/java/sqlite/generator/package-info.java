/**
 * Prints trees of {@code sqlite.ast} as SQL that SQLite compiles to the same program. It must not
 * change what a tree says; who wants other SQL makes another tree, or prints some expressions
 * himself through {@link sqlite.generator.ExprPrinter}.
 */
@NullMarked
package sqlite.generator;

import org.jspecify.annotations.NullMarked;
