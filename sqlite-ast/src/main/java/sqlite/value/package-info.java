/**
 * SQLite's values: their five storage classes, order, affinities, collations and text forms.
 *
 * <p>Pure functions of values; knows nothing of statements, tables or nodes.
 */
@NullMarked
package sqlite.value;

import org.jspecify.annotations.NullMarked;
