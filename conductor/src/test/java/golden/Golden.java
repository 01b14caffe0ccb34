package golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what a test is to find. */
public final class Golden {
  private static final boolean ACCEPT = Boolean.getBoolean("ensemble.accept");

  private Golden() {}

  /**
   * Fails when {@code file} holds something else; with {@code -Densemble.accept=true} writes it
   * instead.
   *
   * @param file from the module's directory
   */
  public static void check(Path file, String text) {
    try {
      if (ACCEPT) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
      }
      assertEquals(read(file), text, file + " differs; -Densemble.accept=true accepts");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The text of the file, empty when there is none. */
  public static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
