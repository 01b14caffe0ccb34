/**
 * Runs files of SQLite's sqllogictest corpus, in one process over a cluster or by HTTP over a
 * running database.
 *
 * @see <a href="https://sqlite.org/sqllogictest">sqllogictest</a>
 */
@NullMarked
package sqllogictest;

import org.jspecify.annotations.NullMarked;
