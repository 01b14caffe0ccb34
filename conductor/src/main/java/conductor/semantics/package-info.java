/**
 * What statements mean against a schema: tables, columns, names, and what must be refused.
 *
 * <p>Pure: values in, values out. Nothing here knows nodes or waits.
 */
@NullMarked
package conductor.semantics;

import org.jspecify.annotations.NullMarked;
