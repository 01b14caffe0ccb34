/** Tests of how requests are carried out. */
@NullMarked
package conductor.executor;

import org.jspecify.annotations.NullMarked;
