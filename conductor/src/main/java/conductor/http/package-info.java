/**
 * The HTTP contract: requests decoded, their senders admitted, answers and errors written.
 *
 * <p>Everything is a value with text in it. It knows no platform, and nothing of how a statement is
 * planned: {@link conductor.executor.QueryExecutor} is all that it sees of that.
 */
@NullMarked
package conductor.http;

import org.jspecify.annotations.NullMarked;
