/**
 * Reads SQL text into trees of {@code sqlite.ast}, accepting what SQLite accepts and refusing the
 * rest in SQLite's words. Written by hand, one class for each family of statements. It must not
 * look up names or tables: what a statement means is for others to say.
 *
 * @see <a href="https://sqlite.org/src/file/src/parse.y">SQLite's own grammar</a>
 */
@NullMarked
package sqlite.parser;

import org.jspecify.annotations.NullMarked;
