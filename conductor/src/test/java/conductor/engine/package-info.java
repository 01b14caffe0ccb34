/** Tests of what plans do with the answers of nodes. */
@NullMarked
package conductor.engine;

import org.jspecify.annotations.NullMarked;
