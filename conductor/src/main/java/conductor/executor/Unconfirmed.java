package conductor.executor;

import conductor.api.SqlException;
import java.util.function.Supplier;

/**
 * A request was refused because of what the metadata says, and no node has confirmed it: metadata
 * that was remembered may be out of date.
 */
final class Unconfirmed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SqlException refusal;

  private Unconfirmed(SqlException refusal) {
    super(refusal);
    this.refusal = refusal;
  }

  /** What {@code step} gives, which depends on nothing but the request and the metadata. */
  static <T> T orGet(Supplier<T> step) {
    try {
      return step.get();
    } catch (SqlException refused) {
      throw new Unconfirmed(refused);
    }
  }

  SqlException refusal() {
    return refusal;
  }
}
