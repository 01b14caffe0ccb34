/**
 * The in-process cluster: conductors, Topology objects and Storage nodes over real SQLites, in one
 * thread, under an event loop that a seed drives.
 */
@NullMarked
package cluster;

import org.jspecify.annotations.NullMarked;
