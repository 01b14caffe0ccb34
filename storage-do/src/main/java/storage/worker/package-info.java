/**
 * A Storage node on the platform: its SQLite, and the calls that reach its object.
 *
 * <p>Only what turns platform types into ours; it decides nothing.
 */
@NullMarked
package storage.worker;

import org.jspecify.annotations.NullMarked;
