/**
 * Metadata and plans that an isolate remembers.
 *
 * <p>What is here may be as old as it likes: every request to a node carries the epoch.
 */
@NullMarked
package conductor.cache;

import org.jspecify.annotations.NullMarked;
