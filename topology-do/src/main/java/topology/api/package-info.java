/**
 * What the conductor and the Topology object say to each other: the snapshot of a database's
 * metadata, and the requests and replies.
 *
 * <p>Immutable values only. Nothing here decides, stores or waits.
 */
@NullMarked
package topology.api;

import org.jspecify.annotations.NullMarked;
