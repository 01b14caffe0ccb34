package conductor.http;

import java.util.ArrayList;
import java.util.List;
import topology.api.Token;

/** The body that makes a token: {@code {"access": "read"}} or {@code {"access": "write"}}. */
final class TokenBody {
  private TokenBody() {}

  static Token.Access read(String text) {
    return BodyReader.read(
        text,
        body -> {
          List<Token.Access> access = new ArrayList<>();
          body.object(
              "",
              name -> {
                if (!name.equals("access")) {
                  return false;
                }
                access.add(
                    switch (body.text(name)) {
                      case "read" -> Token.Access.READ;
                      case "write" -> Token.Access.WRITE;
                      default -> throw BodyReader.bad(name, "must be \"read\" or \"write\"");
                    });
                return true;
              });
          if (access.isEmpty()) {
            throw BodyReader.bad("", "has no access");
          }
          return access.get(0);
        });
  }

  /** As the contract writes it. */
  static String word(Token.Access access) {
    return switch (access) {
      case READ -> "read";
      case WRITE -> "write";
    };
  }
}
