/**
 * The calls of a Storage object and its replies as texts.
 *
 * <p>A call is one JSON array. A reply is one too, and behind it the rows of each result, which are
 * texts of their own so that they pass through undecoded.
 */
@NullMarked
package storage.wire;

import org.jspecify.annotations.NullMarked;
