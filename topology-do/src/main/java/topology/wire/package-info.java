/** The calls of a Topology object and its replies as texts: JSON arrays. */
@NullMarked
package topology.wire;

import org.jspecify.annotations.NullMarked;
