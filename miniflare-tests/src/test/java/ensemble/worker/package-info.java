/**
 * Tests of the compiled Worker in workerd, spoken to over HTTP, for both backends.
 *
 * <p>For what needs the platform only: everything else is tested on the JVM.
 */
@NullMarked
package ensemble.worker;

import org.jspecify.annotations.NullMarked;
