package sqllogictest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import conductor.api.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import sqlite.value.SqlValue;

/** A database of its own on a server, which is dropped in the end. */
final class OverHttp implements Database {
  private static final JsonFactory JSON = new JsonFactory();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  OverHttp(String server, String token, int nodes) {
    this.url = server + "/databases/slt-" + Long.toString(System.nanoTime(), 36);
    this.token = token;
    HttpResponse<String> made = send("PUT", "", "{\"nodes\":" + nodes + "}");
    if (made.statusCode() >= 300) {
      throw new IllegalStateException("no database was made: " + made.body());
    }
  }

  @Override
  public Answered run(String sql) {
    String text = new String(JsonStringEncoder.getInstance().quoteAsString(sql));
    HttpResponse<String> answer = send("POST", "/raw", "{\"sql\":\"" + text + "\"}");
    try (JsonParser json = JSON.createParser(answer.body())) {
      return answer.statusCode() == 200 ? rows(json) : failure(json, answer.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(answer.body(), broken);
    }
  }

  @Override
  public void close() {
    send("DELETE", "", "");
  }

  private HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Answered failure(JsonParser json, String body) throws IOException {
    int code = 0;
    while (json.nextToken() != null) {
      if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("code")) {
        json.nextToken();
        code = json.getIntValue();
        break;
      }
    }
    return code == ErrorCode.UNSUPPORTED.number()
        ? new Answered.Unsupported(body)
        : new Answered.Failed(body);
  }

  /** The columns and rows of the last result. */
  private static Answered rows(JsonParser json) throws IOException {
    int columns = 0;
    List<List<SqlValue>> rows = List.of();
    while (json.nextToken() != null) {
      if (json.currentToken() != JsonToken.FIELD_NAME) {
        continue;
      }
      if (json.currentName().equals("columns")) {
        json.nextToken();
        columns = row(json).size();
      } else if (json.currentName().equals("rows")) {
        json.nextToken();
        rows = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_ARRAY) {
          rows.add(row(json));
        }
      }
    }
    return new Answered.Rows(columns, rows);
  }

  private static List<SqlValue> row(JsonParser json) throws IOException {
    List<SqlValue> row = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      row.add(
          switch (json.currentToken()) {
            case VALUE_NULL -> SqlValue.NULL;
            case VALUE_NUMBER_INT -> new SqlValue.Int(json.getLongValue());
            case VALUE_NUMBER_FLOAT -> new SqlValue.Real(json.getDoubleValue());
            case START_ARRAY -> blob(json);
            default -> new SqlValue.Text(json.getText());
          });
    }
    return row;
  }

  private static SqlValue blob(JsonParser json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      bytes.write(json.getIntValue());
    }
    return new SqlValue.Blob(bytes.toByteArray());
  }
}
