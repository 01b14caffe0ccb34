/**
 * What can be told of a statement before it is planned: which tables it reads, what its names mean
 * where that decides something, and what holds for the rows that matter.
 */
@NullMarked
package conductor.analysis;

import org.jspecify.annotations.NullMarked;
