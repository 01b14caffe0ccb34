/**
 * Random statements over the in-process cluster, compared with one plain SQLite that holds
 * everything.
 */
@NullMarked
package conductor.differential;

import org.jspecify.annotations.NullMarked;
