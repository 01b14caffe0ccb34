package conductor.executor;

/**
 * A read page by page could not begin now: a request that writes on several nodes is being carried
 * out. The read has ended on all nodes.
 */
final class NodeHeld extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int requests;

  /**
   * @param requests how many were made for the read so far
   */
  NodeHeld(int requests) {
    super("nodes are held for requests that write on several of them");
    this.requests = requests;
  }

  int requests() {
    return requests;
  }
}
