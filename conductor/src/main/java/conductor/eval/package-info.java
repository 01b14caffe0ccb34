/**
 * Expressions computed in the conductor itself, to the bit as SQLite computes them: shard keys,
 * inserted rows, limits, and what stands over the results of aggregates.
 *
 * <p>An expression is compiled once and computed often. What cannot be computed exactly is declined
 * when it is compiled, never guessed. Knows nothing of tables, shards or nodes.
 *
 * @see <a href="https://sqlite.org/lang_expr.html">sqlite.org: SQL Language Expressions</a>
 */
@NullMarked
package conductor.eval;

import org.jspecify.annotations.NullMarked;
