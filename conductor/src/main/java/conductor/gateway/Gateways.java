package conductor.gateway;

/**
 * All that one request has of the world.
 *
 * @param storage the Storage nodes
 * @param topology the Topology objects
 * @param registry the names of the databases
 * @param cache the cache shared by the conductors of one place
 * @param scratch SQLite inside the conductor
 * @param clock the time
 * @param pause waiting for it to pass
 * @param entropy randomness
 */
public record Gateways(
    StorageGateway storage,
    TopologyGateway topology,
    Registry registry,
    SharedCache cache,
    ScratchGateway scratch,
    Clock clock,
    Pause pause,
    Entropy entropy) {}
