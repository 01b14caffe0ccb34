/**
 * Where the Worker begins: the functions that {@code worker.mjs} calls, and the wiring of the rest.
 *
 * <p>The only package of the conductor that knows the platform. It decides nothing about SQL.
 */
@NullMarked
package conductor.worker;

import org.jspecify.annotations.NullMarked;
