package conductor.http;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.util.ArrayList;
import java.util.List;
import storage.api.StorageRequest.Shape;

/** What a path names. Segments are taken as they stand: nothing in them is decoded. */
sealed interface Route {
  /** The methods that it takes. */
  List<String> methods();

  /** {@code /health}. */
  record Health() implements Route {
    @Override
    public List<String> methods() {
      return List.of("GET");
    }
  }

  /** {@code /databases}. */
  record Databases() implements Route {
    @Override
    public List<String> methods() {
      return List.of("GET");
    }
  }

  /** {@code /databases/{db}}. */
  record Database(String database) implements Route {
    @Override
    public List<String> methods() {
      return List.of("GET", "PUT", "DELETE");
    }
  }

  /** {@code /databases/{db}/tokens}. */
  record Tokens(String database) implements Route {
    @Override
    public List<String> methods() {
      return List.of("GET", "POST");
    }
  }

  /** {@code /databases/{db}/tokens/{id}}. */
  record OneToken(String database, String id) implements Route {
    @Override
    public List<String> methods() {
      return List.of("DELETE");
    }
  }

  /** {@code /databases/{db}/transactions/{id}}. */
  record Transaction(String database, String id) implements Route {
    @Override
    public List<String> methods() {
      return List.of("GET");
    }
  }

  /** {@code /databases/{db}/query} and {@code /databases/{db}/raw}. */
  record Statements(String database, Shape shape) implements Route {
    @Override
    public List<String> methods() {
      return List.of("POST");
    }
  }

  /** {@code /databases/{db}/stream}. */
  record Stream(String database) implements Route {
    @Override
    public List<String> methods() {
      return List.of("POST");
    }
  }

  /**
   * What {@code path} names.
   *
   * @throws SqlException {@link ErrorCode#NOT_FOUND} when that is nothing
   */
  static Route of(String path) {
    List<String> segments = segments(path);
    int count = segments.size();
    if (count == 1 && segments.get(0).equals("health")) {
      return new Health();
    }
    if (count == 0 || !segments.get(0).equals("databases")) {
      throw none(path);
    }
    return switch (count) {
      case 1 -> new Databases();
      case 2 -> new Database(segments.get(1));
      case 3 ->
          switch (segments.get(2)) {
            case "query" -> new Statements(segments.get(1), Shape.OBJECTS);
            case "raw" -> new Statements(segments.get(1), Shape.ARRAYS);
            case "stream" -> new Stream(segments.get(1));
            case "tokens" -> new Tokens(segments.get(1));
            default -> throw none(path);
          };
      case 4 ->
          switch (segments.get(2)) {
            case "tokens" -> new OneToken(segments.get(1), segments.get(3));
            case "transactions" -> new Transaction(segments.get(1), segments.get(3));
            default -> throw none(path);
          };
      default -> throw none(path);
    };
  }

  private static SqlException none(String path) {
    return new SqlException(ErrorCode.NOT_FOUND, "no such route: " + path);
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int from = 1;
    for (int slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', from)) {
      segments.add(path.substring(from, slash));
      from = slash + 1;
    }
    if (from <= path.length()) {
      segments.add(path.substring(from));
    }
    return segments;
  }
}
