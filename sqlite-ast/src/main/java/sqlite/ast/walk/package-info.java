/**
 * Goes through trees of {@code sqlite.ast}: visits them, answers the common questions about them,
 * and rebuilds them with parts replaced. It must not resolve names.
 */
@NullMarked
package sqlite.ast.walk;

import org.jspecify.annotations.NullMarked;
