package conductor.executor;

/** A node is at another epoch, and nothing has been done: plan again with newer metadata. */
final class StaleMetadata extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StaleMetadata() {
    super("the metadata is out of date");
  }
}
