package sqlite.parser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder {@code shared/data} beside the checkout, which holds files too large for it. */
public final class SharedData {

  private SharedData() {}

  /** A file or folder in it; nothing where there is none beside the checkout or further up. */
  public static Optional<Path> find(String name) {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null) {
      Path candidate = directory.resolve("shared").resolve("data").resolve(name);
      if (Files.exists(candidate)) {
        return Optional.of(candidate);
      }
      directory = directory.getParent();
    }
    return Optional.empty();
  }
}
