package conductor.http;

import storage.api.EncodedRows;

/** A stretch of a body. */
public sealed interface BodyPart {
  /** Text that was made here. */
  record Text(String text) implements BodyPart {}

  /** Rows whose text is a stretch of the body, and which nobody here needs to read. */
  record Rows(EncodedRows rows) implements BodyPart {}
}
