/**
 * What a request says, what it is answered, and the errors that end it: immutable values that every
 * part of the conductor may use.
 *
 * <p>Nothing here plans, waits or knows HTTP.
 */
@NullMarked
package conductor.api;

import org.jspecify.annotations.NullMarked;
