/**
 * Makes plans of statements: where they go, what each node runs, how the parts become one answer,
 * and what is refused.
 *
 * <p>Pure: a plan depends on the statement and the schema alone, never on the values of parameters.
 * A shape is spread over nodes only when a rule here says why that is right.
 */
@NullMarked
package conductor.plan;

import org.jspecify.annotations.NullMarked;
