/**
 * What a Storage node does: run statements at one epoch, and follow the changes of the schema.
 *
 * <p>Synchronous from entry to reply. It parses no SQL, decides nothing about placement, and knows
 * no platform: {@link storage.exec.SqlDatabase} is all that it sees of one.
 */
@NullMarked
package storage.exec;

import org.jspecify.annotations.NullMarked;
