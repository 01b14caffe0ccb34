package conductor.http;

import java.util.List;

/**
 * An answer in JSON.
 *
 * @param status the HTTP status
 * @param headers those beside {@code Content-Type: application/json}
 * @param parts the body, to be joined
 */
public record HttpReply(int status, List<Header> headers, List<BodyPart> parts) {
  /** A header line. */
  public record Header(String name, String value) {}

  public HttpReply {
    headers = List.copyOf(headers);
    parts = List.copyOf(parts);
  }
}
