/**
 * Runs requests: parse, find the metadata, plan, do the work on the nodes, merge; and once more
 * with newer metadata when a node says that it has moved on.
 *
 * <p>It decides nothing about SQL.
 */
@NullMarked
package conductor.executor;

import org.jspecify.annotations.NullMarked;
