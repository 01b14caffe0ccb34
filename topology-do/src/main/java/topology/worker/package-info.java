/**
 * A Topology object on the platform: its memory, the nodes that it calls, and waiting.
 *
 * <p>Only what turns platform types into ours; it decides nothing.
 */
@NullMarked
package topology.worker;

import org.jspecify.annotations.NullMarked;
