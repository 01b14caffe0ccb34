/**
 * What the Topology object does: creating and dropping a database, changing its schema, tokens and
 * sequences.
 *
 * <p>Every operation is recorded before its first effect, idempotent, and finished or undone after
 * a crash at any wait. No SQL is parsed here; statements only pass through to the nodes.
 */
@NullMarked
package topology.ops;

import org.jspecify.annotations.NullMarked;
