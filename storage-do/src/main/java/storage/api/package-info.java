/**
 * What a Storage node is asked and what it answers: immutable values only.
 *
 * <p>Nothing here runs a statement or knows how a message travels.
 */
@NullMarked
package storage.api;

import org.jspecify.annotations.NullMarked;
