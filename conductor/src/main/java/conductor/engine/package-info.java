/**
 * Plans as printable values, and how they run: which nodes, which statements, how the answers are
 * merged.
 *
 * <p>It knows trees of expressions only as computations and SQL only as templates, and never the
 * planner.
 */
@NullMarked
package conductor.engine;

import org.jspecify.annotations.NullMarked;
