package storage.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import json.JsonReader;
import json.JsonText;
import storage.api.ChangeVote;
import storage.api.EncodedRows;
import storage.api.Errand;
import storage.api.Fate;
import storage.api.NodeReply;
import storage.api.PageReply;
import storage.api.RowCounts;
import storage.api.Seen;
import storage.api.StatementResult;
import storage.api.StorageReply;
import storage.api.TextRows;

/**
 * A {@link NodeReply} as a JSON array: its name, then its parts in order. The rows of the results
 * are not in it: they follow it, in the order of the results, each with its keys behind it if it
 * has some.
 */
public final class ReplyJson {
  private ReplyJson() {}

  /** The rows that follow a head, made of their place among them and their count. */
  @FunctionalInterface
  public interface RowsAt {
    EncodedRows rows(int place, int count);
  }

  /** The reply without its rows. */
  public static String writeHead(NodeReply reply) {
    return JsonText.write(
        json -> {
          json.writeStartArray();
          writeParts(reply, json);
          json.writeEndArray();
        });
  }

  /** The rows that follow the head of {@code reply}. */
  public static List<EncodedRows> rows(NodeReply reply) {
    List<EncodedRows> rows = new ArrayList<>();
    if (reply instanceof NodeReply.Ran ran && ran.reply() instanceof StorageReply.Done done) {
      for (StatementResult result : done.results()) {
        if (result instanceof StatementResult.Rows ofResult) {
          add(ofResult, rows);
        }
      }
    }
    if (reply instanceof NodeReply.Paged paged && paged.reply() instanceof PageReply.Page page) {
      add(page.rows(), rows);
    }
    return rows;
  }

  private static void add(StatementResult.Rows ofResult, List<EncodedRows> rows) {
    rows.add(ofResult.rows());
    if (ofResult.keys() != null) {
      rows.add(ofResult.keys());
    }
  }

  private static void writeParts(NodeReply reply, JsonGenerator json) throws IOException {
    switch (reply) {
      case NodeReply.Ran ran -> writeRan(ran.reply(), json);
      case NodeReply.Voted voted -> {
        switch (voted.vote()) {
          case ChangeVote.Agreed ignored -> json.writeString("agreed");
          case ChangeVote.Held ignored -> json.writeString("held");
          case ChangeVote.Over ignored -> json.writeString("over");
          case ChangeVote.Refused refused -> {
            json.writeString("refused");
            json.writeString(refused.message());
          }
        }
      }
      case NodeReply.Traced traced -> {
        json.writeString("traced");
        json.writeString(traced.fate().name());
      }
      case NodeReply.Described described -> {
        json.writeString("described");
        json.writeNumber(described.bytes());
        JsonText.writeTexts(described.transactionsInDoubt(), json);
      }
      case NodeReply.Ruled ruled -> {
        json.writeString("ruled");
        TransactionJson.write(ruled.verdict(), json);
      }
      case NodeReply.Forgotten ignored -> json.writeString("forgotten");
      case NodeReply.Settled settled -> {
        json.writeString("settled");
        JsonText.writeTexts(settled.transactionIds(), json);
      }
      case NodeReply.Errands errands -> {
        json.writeString("errands");
        json.writeStartArray();
        for (Errand errand : errands.errands()) {
          json.writeStartArray();
          json.writeString(errand.nodeId());
          json.writeString(CallJson.write(errand.call()));
          json.writeEndArray();
        }
        json.writeEndArray();
      }
      case NodeReply.Paged paged -> {
        switch (paged.reply()) {
          case PageReply.Page page -> {
            json.writeString("page");
            json.writeNumber(page.sizeBytes());
            json.writeBoolean(page.more());
            TransactionJson.write(page.seen(), json);
            writeResult(page.rows(), json);
          }
          case PageReply.Refused refused -> {
            json.writeString("no page");
            json.writeStartArray();
            writeRan(refused.why(), json);
            json.writeEndArray();
          }
          case PageReply.Gone gone -> {
            json.writeString("gone");
            json.writeString(gone.why());
          }
        }
      }
      case NodeReply.Done ignored -> json.writeString("done");
    }
  }

  private static void writeRan(StorageReply reply, JsonGenerator json) throws IOException {
    switch (reply) {
      case StorageReply.Done done -> {
        boolean seen = !done.seen().equals(Seen.NOTHING);
        json.writeString(seen ? "seen" : "ran");
        if (seen) {
          TransactionJson.write(done.seen(), json);
        }
        json.writeNumber(done.sizeBytes());
        json.writeStartArray();
        for (StatementResult result : done.results()) {
          writeResult(result, json);
        }
        json.writeEndArray();
      }
      case StorageReply.Stale stale -> {
        json.writeString("stale");
        json.writeNumber(stale.epoch());
      }
      case StorageReply.Busy busy -> {
        json.writeString("busy");
        json.writeString(busy.transactionId());
      }
      case StorageReply.Over ignored -> json.writeString("tooLate");
      case StorageReply.WrongNode ignored -> json.writeString("wrong");
      case StorageReply.Failed failed -> {
        json.writeString("failed");
        json.writeNumber(failed.statement());
        json.writeString(failed.message());
      }
    }
  }

  private static void writeResult(StatementResult result, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeNumber(result.counts().read());
    json.writeNumber(result.counts().written());
    switch (result) {
      case StatementResult.Rows rows -> {
        json.writeBoolean(true);
        json.writeNumber(rows.rows().count());
        json.writeBoolean(rows.keys() != null);
        JsonText.writeTexts(rows.columns(), json);
      }
      case StatementResult.Changed changed -> {
        json.writeBoolean(false);
        json.writeNumber(changed.changes());
        json.writeNumber(changed.lastRowId());
      }
    }
    json.writeEndArray();
  }

  /** The reply of that head, with the rows that {@code rows} finds behind it. */
  public static NodeReply read(String head, RowsAt rows) {
    JsonReader json = JsonReader.of(head);
    json.open();
    NodeReply reply = read(json, rows);
    json.close();
    return reply;
  }

  /** A reply that has no rows, of its head alone. */
  public static NodeReply readWithoutRows(String head) {
    return read(
        head,
        (place, count) -> {
          throw new IllegalArgumentException("rows are missing: " + head);
        });
  }

  private static Errand readErrand(JsonReader json) {
    json.open();
    Errand errand = new Errand(json.text(), CallJson.read(json.text()));
    json.close();
    return errand;
  }

  private static NodeReply read(JsonReader json, RowsAt rows) {
    String name = json.text();
    return switch (name) {
      case "ran" -> new NodeReply.Ran(readDone(json, rows, Seen.NOTHING));
      case "seen" -> {
        Seen seen = TransactionJson.readSeen(json);
        yield new NodeReply.Ran(readDone(json, rows, seen));
      }
      case "busy" -> new NodeReply.Ran(new StorageReply.Busy(json.text()));
      case "tooLate" -> new NodeReply.Ran(new StorageReply.Over());
      case "held" -> new NodeReply.Voted(new ChangeVote.Held());
      case "ruled" -> new NodeReply.Ruled(TransactionJson.readVerdict(json));
      case "forgotten" -> new NodeReply.Forgotten();
      case "settled" -> new NodeReply.Settled(json.list(json::text));
      case "errands" -> new NodeReply.Errands(json.list(() -> readErrand(json)));
      case "stale" -> new NodeReply.Ran(new StorageReply.Stale(json.number()));
      case "wrong" -> new NodeReply.Ran(new StorageReply.WrongNode());
      case "failed" ->
          new NodeReply.Ran(new StorageReply.Failed(Math.toIntExact(json.number()), json.text()));
      case "page" -> new NodeReply.Paged(readPage(json, rows));
      case "no page" -> new NodeReply.Paged(new PageReply.Refused(readRefusal(json)));
      case "gone" -> new NodeReply.Paged(new PageReply.Gone(json.text()));
      case "agreed" -> new NodeReply.Voted(new ChangeVote.Agreed());
      case "over" -> new NodeReply.Voted(new ChangeVote.Over());
      case "refused" -> new NodeReply.Voted(new ChangeVote.Refused(json.text()));
      case "traced" -> new NodeReply.Traced(Fate.valueOf(json.text()));
      case "described" -> new NodeReply.Described(json.number(), json.list(json::text));
      case "done" -> new NodeReply.Done();
      default -> throw new IllegalArgumentException("unknown reply of a node: " + name);
    };
  }

  private static PageReply.Page readPage(JsonReader json, RowsAt rows) {
    long sizeBytes = json.number();
    boolean more = json.flag();
    Seen seen = TransactionJson.readSeen(json);
    if (readResult(json, new Places(rows)) instanceof StatementResult.Rows ofPage) {
      return new PageReply.Page(ofPage, more, sizeBytes, seen);
    }
    throw new IllegalArgumentException("a page is of rows");
  }

  private static StorageReply readRefusal(JsonReader json) {
    json.open();
    NodeReply why = read(json, (place, count) -> TextRows.NONE);
    json.close();
    if (why instanceof NodeReply.Ran ran) {
      return ran.reply();
    }
    throw new IllegalArgumentException("no reply to a request: " + why);
  }

  private static StorageReply.Done readDone(JsonReader json, RowsAt rows, Seen seen) {
    long sizeBytes = json.number();
    Places places = new Places(rows);
    List<StatementResult> results = json.list(() -> readResult(json, places));
    return new StorageReply.Done(results, sizeBytes, seen);
  }

  private static StatementResult readResult(JsonReader json, Places places) {
    json.open();
    RowCounts counts = new RowCounts(json.number(), json.number());
    StatementResult result =
        json.flag()
            ? readRows(json, places, counts)
            : new StatementResult.Changed(json.number(), json.number(), counts);
    json.close();
    return result;
  }

  private static StatementResult.Rows readRows(JsonReader json, Places places, RowCounts counts) {
    int count = Math.toIntExact(json.number());
    boolean withKeys = json.flag();
    List<String> columns = json.list(json::text);
    EncodedRows rows = places.next(count);
    return new StatementResult.Rows(columns, rows, withKeys ? places.next(count) : null, counts);
  }

  /** Gives the rows behind a head one after the other. */
  private static final class Places {
    private final RowsAt rows;
    private int next;

    Places(RowsAt rows) {
      this.rows = rows;
    }

    EncodedRows next(int count) {
      EncodedRows found = rows.rows(next, count);
      next++;
      return found;
    }
  }
}
