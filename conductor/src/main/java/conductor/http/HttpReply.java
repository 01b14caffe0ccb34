package conductor.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer in JSON.
 *
 * @param status the HTTP status
 * @param headers those beside {@code Content-Type: application/json}, or in its place
 * @param parts the body, to be joined
 * @param rest what follows those, or null for nothing
 */
public record HttpReply(
    int status, List<Header> headers, List<BodyPart> parts, @Nullable BodyStream rest) {
  /** A header line. */
  public record Header(String name, String value) {}

  /** An answer that is there as a whole. */
  public HttpReply(int status, List<Header> headers, List<BodyPart> parts) {
    this(status, headers, parts, null);
  }

  public HttpReply {
    headers = List.copyOf(headers);
    parts = List.copyOf(parts);
  }
}
