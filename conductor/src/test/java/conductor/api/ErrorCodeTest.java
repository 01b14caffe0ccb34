package conductor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import golden.Golden;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ErrorCodeTest {
  @Test
  void docsListEveryCode() {
    StringBuilder page = new StringBuilder();
    page.append("# Errors\n\n");
    page.append(
        "<!-- Made from conductor.api.ErrorCode by ErrorCodeTest, which fails when the two");
    page.append(" differ. To accept a change:\n");
    page.append("     mvn test -pl conductor -am -Dtest=ErrorCodeTest -Densemble.accept=true");
    page.append(" -Dsurefire.failIfNoSpecifiedTests=false -->\n\n");
    page.append("An answer that is no success has the HTTP status and, in its `errors`,");
    page.append(" the `code` of one of these. Numbers never change.\n\n");
    page.append("| code | HTTP | name | meaning |\n|---|---|---|---|\n");
    for (ErrorCode code : ErrorCode.values()) {
      page.append("| ").append(code.number()).append(" | ").append(code.httpStatus());
      page.append(" | ").append(code.name()).append(" | ").append(code.help()).append(" |\n");
    }
    Golden.check(Path.of("..", "docs", "errors.md"), page.toString());
  }

  @Test
  void numbersAreDifferent() {
    long different =
        Arrays.stream(ErrorCode.values()).mapToInt(ErrorCode::number).distinct().count();
    assertEquals(ErrorCode.values().length, different);
  }
}
