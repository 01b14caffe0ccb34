/**
 * JSON by Jackson's streaming API, which needs no reflection, set up once.
 *
 * <p>It knows the values of SQLite and no shape of any message.
 */
@NullMarked
package json;

import org.jspecify.annotations.NullMarked;
