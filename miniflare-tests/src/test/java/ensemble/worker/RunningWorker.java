package ensemble.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The compiled Worker in workerd on a free port of 127.0.0.1, with the fault routes open. It is a
 * process of its own, ended by its handle.
 */
final class RunningWorker implements AutoCloseable {
  /** The admin token of every worker that the tests start. */
  static final String TOKEN = "test-token";

  private static final String READY = "Ready on ";
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
  private static final int STOP_SECONDS = 10;

  private final Process process;
  private final URI origin;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningWorker(Process process, URI origin) {
    this.process = process;
    this.origin = origin;
  }

  /** Starts the Worker with its data in a directory, and waits until it answers. */
  static RunningWorker start(Backend backend, Path data) throws IOException {
    Path root = Path.of(System.getProperty("ensemble.root"));
    List<String> command =
        List.of(
            root.resolve("node_modules/.bin/node").toString(),
            root.resolve("scripts/lib/serve.mjs").toString(),
            "--port=0",
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
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(READY)) {
        return new RunningWorker(process, URI.create(line.substring(READY.length())));
      }
    }
    process.destroyForcibly();
    throw new IOException("the Worker did not start");
  }

  /** Sends a GET. */
  HttpResponse<String> get(String target) throws IOException, InterruptedException {
    return send(request(target).GET());
  }

  /** Sends a POST with a body of text. */
  HttpResponse<String> post(String target, String body) throws IOException, InterruptedException {
    return post(target, BodyPublishers.ofString(body));
  }

  /** Sends a POST. */
  HttpResponse<String> post(String target, BodyPublisher body)
      throws IOException, InterruptedException {
    return send(request(target).POST(body));
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(origin.resolve(target))
        .timeout(REQUEST_TIMEOUT)
        .header("Authorization", "Bearer " + TOKEN);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
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
  }
}
