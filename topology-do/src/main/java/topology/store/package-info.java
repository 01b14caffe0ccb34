/**
 * What the Topology object keeps durable, and in which form.
 *
 * <p>Stores and loads; decides nothing and calls nobody.
 */
@NullMarked
package topology.store;

import org.jspecify.annotations.NullMarked;
