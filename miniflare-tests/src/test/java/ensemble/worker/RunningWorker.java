package ensemble.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The compiled Worker in workerd on a free port of 127.0.0.1, with the fault routes open. It is a
 * process of its own, ended by its handle.
 */
final class RunningWorker implements AutoCloseable {
  /** The admin token of every worker that the tests start. */
  static final String TOKEN = "test-token";

  private static final String READY = "Ready on ";
  private static final String SECOND = "Second isolate on ";
  private static final int STOP_SECONDS = 10;

  private static final Map<Backend, RunningWorker> SHARED = new EnumMap<>(Backend.class);

  private final Process process;
  private final Path data;
  private final URI origin;
  private final URI secondOrigin;

  private RunningWorker(Process process, Path data, URI origin, URI secondOrigin) {
    this.process = process;
    this.data = data;
    this.origin = origin;
    this.secondOrigin = secondOrigin;
  }

  /** One that all tests which leave it in order share; it ends with this JVM. */
  static synchronized RunningWorker shared(Backend backend) {
    return SHARED.computeIfAbsent(
        backend,
        absent -> {
          try {
            RunningWorker worker = start(backend, Files.createTempDirectory("ensemble-test"));
            Runtime.getRuntime().addShutdownHook(new Thread(worker::kill));
            return worker;
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  /** Starts the Worker with its data in a directory, and waits until it answers. */
  static RunningWorker start(Backend backend, Path data) throws IOException {
    Path root = root();
    List<String> command =
        List.of(
            root.resolve("node_modules/.bin/node").toString(),
            root.resolve("scripts/lib/serve.mjs").toString(),
            "--port=0",
            "--second",
            "--data=" + data,
            "--token=" + TOKEN,
            "--backend=" + backend.argument(),
            "--binding=ENSEMBLE_FAULTS=1");
    Process process =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    // Left open: closing it would make the process's later output fail.
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    URI second = null;
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(SECOND)) {
        second = URI.create(line.substring(SECOND.length()));
      }
      if (second != null && line.startsWith(READY)) {
        return new RunningWorker(process, data, URI.create(line.substring(READY.length())), second);
      }
    }
    process.destroyForcibly();
    throw new IOException("the Worker did not start");
  }

  /** The checkout that the tests are of. */
  static Path root() {
    return Path.of(System.getProperty("ensemble.root"));
  }

  /** The files of the nodes' databases, those of its own among them. */
  List<Path> nodeFiles() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("do/ensemble-Storage"))) {
      return files
          .filter(file -> file.toString().endsWith(".sqlite"))
          .filter(file -> !file.endsWith("metadata.sqlite"))
          .toList();
    }
  }

  /** Where it listens. */
  URI origin() {
    return origin;
  }

  /** Speaks to it as the admin. */
  Api api() {
    return new Api(origin, TOKEN);
  }

  /** Speaks to a second isolate over the same objects as the admin. */
  Api secondIsolate() {
    return new Api(secondOrigin, TOKEN);
  }

  /** Ends the process as Ctrl-C does, and by force if it does not end. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the process and workerd at once, as a power cut would. */
  void kill() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle child : children) {
      child.onExit().join();
    }
  }
}
