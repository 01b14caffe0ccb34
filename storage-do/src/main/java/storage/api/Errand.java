package storage.api;

/**
 * A call that a node wants made; it is to be told the reply by {@link NodeCall.Heard}.
 *
 * @param nodeId who is to be called
 * @param call what it is asked
 */
public record Errand(String nodeId, NodeCall call) {}
