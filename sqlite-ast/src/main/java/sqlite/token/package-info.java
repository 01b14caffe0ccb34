/**
 * Splits SQL text into tokens exactly as SQLite does. Knows characters and keywords, and nothing of
 * grammar: it must not build trees and must not import any other package of this module.
 *
 * @see <a href="https://sqlite.org/lang_keywords.html">SQLite keywords</a>
 */
@NullMarked
package sqlite.token;

import org.jspecify.annotations.NullMarked;
