/**
 * JSON by Jackson's streaming API, which needs no reflection, set up once.
 *
 * <p>It knows no shape of any message.
 */
@NullMarked
package conductor.json;

import org.jspecify.annotations.NullMarked;
