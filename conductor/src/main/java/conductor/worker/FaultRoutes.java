package conductor.worker;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import json.JsonText;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import workers.WorkerPlatform;
import workers.WorkerReply;
import workers.WorkerRequest;

/**
 * Routes that fail on purpose, one that shows that JSON survives and one that counts, for the tests
 * of the compiled Worker. Closed unless the binding {@code ENSEMBLE_FAULTS} is "1".
 */
final class FaultRoutes {
  private static int cancelledStreams;

  private FaultRoutes() {}

  /** A client went away before its answer was whole, and the work for it has ended. */
  static void streamCancelled() {
    cancelledStreams++;
  }

  /** Whether a request is for one of these, and they are open. */
  static boolean areFor(WorkerRequest request, WorkerPlatform platform) {
    return request.getTarget().startsWith("/_fault/") && "1".equals(platform.getFaults());
  }

  static WorkerReply answer(WorkerRequest request) {
    return switch (request.getTarget()) {
      case "/_fault/trap" -> trap(request.getBody().getLength());
      case "/_fault/stack" -> reply(Integer.toString(descend(request.getBody().getLength())));
      case "/_fault/lose" -> lose(request.getBody().getLength());
      case "/_fault/throw" -> throw new IllegalStateException("asked to throw");
      case "/_fault/cancelled" -> reply(Integer.toString(cancelledStreams));
      case "/_fault/echo" -> echo(request.getBody().stringValue());
      default -> throw new IllegalStateException("no such fault");
    };
  }

  /** Loses calls to nodes behind as many as the body has characters; none for an empty one. */
  private static WorkerReply lose(int calls) {
    LosingNodes.loseAfter(calls);
    return reply("true");
  }

  private static WorkerReply reply(String json) {
    return WorkerReply.of(200, new JSArray<>(), JSArray.of(JSString.valueOf(json)), null);
  }

  /** Divides by zero for an empty body: a trap in WebAssembly, zero in JavaScript. */
  private static WorkerReply trap(int divisor) {
    int quotient = 1 / divisor;
    throw new ArithmeticException("division by " + divisor + " gave " + quotient);
  }

  /**
   * Recurses until the stack is full; a body of 2^31 characters, which nobody can send, ends it.
   */
  private static int descend(int depth) {
    return depth < 0 ? depth : descend(depth + 1) + 1;
  }

  private static WorkerReply echo(String body) {
    return reply(JsonText.write(generator -> copy(body, generator)));
  }

  private static void copy(String body, JsonGenerator generator) throws IOException {
    try (JsonParser parser = JsonText.parser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        copyToken(token, parser, generator);
      }
    }
  }

  private static void copyToken(JsonToken token, JsonParser parser, JsonGenerator generator)
      throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      generator.writeNumber(parser.getLongValue());
    } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      generator.writeNumber(parser.getDoubleValue());
    } else {
      generator.copyCurrentEvent(parser);
    }
  }
}
