/**
 * The parser as a program of its own, so that it can be tested and measured where it runs. It must
 * not do anything that the parser and the generator do not.
 */
@NullMarked
package sqlite.program;

import org.jspecify.annotations.NullMarked;
