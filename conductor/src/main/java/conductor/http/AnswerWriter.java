package conductor.http;

import com.fasterxml.jackson.core.JsonGenerator;
import conductor.api.Answer;
import conductor.api.PlanLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import json.JsonText;
import storage.api.StorageRequest.Shape;

/** Writes the answers to statements; rows go into the body as they are. */
final class AnswerWriter {
  private final Shape shape;
  private final long durationMillis;
  private final List<BodyPart> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private AnswerWriter(Shape shape, long durationMillis) {
    this.shape = shape;
    this.durationMillis = durationMillis;
  }

  /**
   * The reply.
   *
   * @param shape {@link Shape#ARRAYS} for {@code /raw}
   * @param durationMillis of the whole request: its statements run together
   */
  static HttpReply reply(List<Answer> answers, Shape shape, long durationMillis) {
    AnswerWriter writer = new AnswerWriter(shape, durationMillis);
    writer.write(answers);
    return new HttpReply(200, List.of(), writer.parts);
  }

  private void write(List<Answer> answers) {
    text.append(Replies.BEFORE_RESULT);
    String separator = "[";
    for (Answer answer : answers) {
      text.append(separator).append("{\"success\":true,\"results\":");
      separator = ",";
      switch (shape) {
        case OBJECTS -> writeRows(answer);
        case ARRAYS -> {
          text.append("{\"columns\":").append(columns(answer.columns())).append(",\"rows\":");
          writeRows(answer);
          text.append('}');
        }
      }
      text.append(",\"meta\":").append(meta(answer, durationMillis)).append('}');
    }
    text.append(']').append(Replies.AFTER_RESULT);
    endText();
  }

  private void writeRows(Answer answer) {
    text.append('[');
    if (answer.rows().count() > 0) {
      endText();
      parts.add(new BodyPart.Rows(answer.rows()));
    }
    text.append(']');
  }

  private void endText() {
    parts.add(new BodyPart.Text(text.toString()));
    text.setLength(0);
  }

  /** The names of columns as an array. */
  static String columns(List<String> columns) {
    return JsonText.write(json -> JsonText.writeTexts(columns, json));
  }

  /** What an answer says beside its rows, as an object. */
  static String meta(Answer answer, long durationMillis) {
    return JsonText.write(json -> writeMeta(answer, durationMillis, json));
  }

  private static void writeLine(PlanLine line, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", line.id());
    json.writeNumberField("parent", line.parent());
    json.writeStringField("detail", line.detail());
    PlanLine.Figures figures = line.figures();
    if (figures != null) {
      json.writeNumberField("rows", figures.rows());
      json.writeNumberField("requests", figures.requests());
      json.writeNumberField("milliseconds", figures.millis());
    }
    json.writeEndObject();
  }

  private static void writeMeta(Answer answer, long durationMillis, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("changes", answer.changes());
    json.writeBooleanField("changed_db", answer.changed());
    json.writeNumberField("last_row_id", answer.lastRowId());
    json.writeNumberField("duration", durationMillis);
    json.writeNumberField("rows_read", answer.cost().work().read());
    json.writeNumberField("rows_written", answer.cost().work().written());
    json.writeNumberField("size_after", answer.cost().sizeBytes());
    json.writeNumberField("subrequests", answer.cost().subrequests());
    json.writeNumberField("nodes", answer.cost().nodes());
    json.writeStringField("plan", answer.plan());
    if (!answer.analysis().isEmpty()) {
      json.writeArrayFieldStart("analyze");
      for (PlanLine line : answer.analysis()) {
        writeLine(line, json);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
