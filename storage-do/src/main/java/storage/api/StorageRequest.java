package storage.api;

import java.util.List;

/**
 * Statements for one node, run in one transaction.
 *
 * @param id tells a request that writes from all others, so that one that arrives twice is carried
 *     out once; empty for one that may be carried out twice
 * @param nodeId the node that the sender means
 * @param epoch the epoch of the metadata that the statements were made with
 * @param mode whether their effects stay
 * @param shape how rows are written
 * @param statements run in order
 */
public record StorageRequest(
    String id,
    String nodeId,
    long epoch,
    Mode mode,
    Shape shape,
    List<StorageStatement> statements) {
  /** Whether the effects of the statements stay. */
  public enum Mode {
    /** They stay. */
    RUN,
    /** They stay; the reply says what it has {@link Seen}, to be compared with other nodes'. */
    COMPARE,
    /** They are rolled back; the reply is as if they stayed. */
    TRY
  }

  /** How the rows of a result are written as JSON. */
  public enum Shape {
    /** A row is an array. */
    ARRAYS,
    /** A row is an object; of columns with one name the last gives the value. */
    OBJECTS
  }

  public StorageRequest {
    statements = List.copyOf(statements);
  }

  /** A request that may be carried out twice. */
  public StorageRequest(
      String nodeId, long epoch, Mode mode, Shape shape, List<StorageStatement> statements) {
    this("", nodeId, epoch, mode, shape, statements);
  }
}
