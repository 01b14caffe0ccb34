package storage.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import json.JsonReader;
import json.JsonText;
import storage.api.Seen;
import storage.api.Transaction;
import storage.api.Verdict;

/**
 * What is said of transactions, each as a JSON array of its parts in order. Numbers by node are
 * {@code [node, number, node, number, ...]}.
 */
final class TransactionJson {
  private TransactionJson() {}

  static void write(Transaction transaction, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeString(transaction.id());
    JsonText.writeTexts(transaction.nodes(), json);
    json.writeNumber(transaction.deadlineMillis());
    json.writeNumber(transaction.heldMillis());
    json.writeEndArray();
  }

  static Transaction readTransaction(JsonReader json) {
    json.open();
    Transaction transaction =
        new Transaction(json.text(), json.list(json::text), json.number(), json.number());
    json.close();
    return transaction;
  }

  static void write(Verdict verdict, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeString(verdict.id());
    json.writeBoolean(verdict.committed());
    json.writeNumber(verdict.deadlineMillis());
    write(verdict.places(), json);
    json.writeEndArray();
  }

  static Verdict readVerdict(JsonReader json) {
    json.open();
    Verdict verdict = new Verdict(json.text(), json.flag(), json.number(), readNumbers(json));
    json.close();
    return verdict;
  }

  static void write(Seen seen, JsonGenerator json) throws IOException {
    json.writeNumber(seen.applied());
    write(seen.others(), json);
  }

  static Seen readSeen(JsonReader json) {
    return new Seen(json.number(), readNumbers(json));
  }

  private static void write(Map<String, Long> numbers, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (Map.Entry<String, Long> number : numbers.entrySet()) {
      json.writeString(number.getKey());
      json.writeNumber(number.getValue());
    }
    json.writeEndArray();
  }

  private static Map<String, Long> readNumbers(JsonReader json) {
    Map<String, Long> numbers = new TreeMap<>();
    json.open();
    while (json.more()) {
      numbers.put(json.text(), json.number());
    }
    json.close();
    return numbers;
  }
}
