/**
 * What the conductor needs of the world around it, as interfaces: the Worker implements them over
 * the platform, the in-process cluster over an event loop.
 *
 * <p>Immutable values and {@link async.Future}s only. No platform types, and no decisions.
 */
@NullMarked
package conductor.gateway;

import org.jspecify.annotations.NullMarked;
