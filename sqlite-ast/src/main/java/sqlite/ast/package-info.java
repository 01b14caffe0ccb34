/**
 * The statements of SQLite as immutable trees, one record for each form of its grammar. Trees say
 * what was written and nothing more: this package must not resolve names, infer types or print.
 *
 * <p>Lists are copied and never null, absent parts are {@code @Nullable} components, and every
 * {@code sealed} interface can be switched over without a default branch. Spans take no part in
 * equality.
 *
 * @see <a href="https://sqlite.org/lang.html">SQL as understood by SQLite</a>
 */
@NullMarked
package sqlite.ast;

import org.jspecify.annotations.NullMarked;
