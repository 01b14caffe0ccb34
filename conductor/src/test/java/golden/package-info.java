/** Files that tests compare with, and that one switch accepts. */
@NullMarked
package golden;

import org.jspecify.annotations.NullMarked;
