package topology.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Snapshot} as JSON: what Topology stores and sends, and what the caches keep.
 *
 * <p>Fields are read in any order. An unknown field is an error and not passed over: it would be
 * metadata that this version does not honour. A field that is not there is empty: such a snapshot
 * was written before there was anything of that kind.
 */
public final class SnapshotJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private SnapshotJson() {}

  /** The snapshot as one JSON object. */
  public static String write(Snapshot snapshot) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("database", snapshot.database());
      json.writeNumberField("epoch", snapshot.epoch());
      json.writeNumberField("slots", snapshot.slotMap().slots());
      writeNodes(json, snapshot.slotMap().nodes());
      json.writeArrayFieldStart("tables");
      for (Table table : snapshot.tables()) {
        writeTable(json, table);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("indexes");
      for (Index index : snapshot.indexes()) {
        writeIndex(json, index);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("views");
      for (View view : snapshot.views()) {
        writeView(json, view);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("tokens");
      for (Token token : snapshot.tokens()) {
        writeToken(json, token);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return text.toString();
  }

  /**
   * The snapshot that {@link #write} wrote.
   *
   * @throws UncheckedIOException when the text is not JSON
   * @throws IllegalArgumentException when it is not a snapshot
   */
  public static Snapshot read(String text) {
    String database = "";
    long epoch = 0;
    int slots = 0;
    List<SlotMap.Node> nodes = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    List<View> views = new ArrayList<>();
    List<Token> tokens = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(text)) {
      JsonFields fields = JsonFields.first(json);
      for (String name = fields.next(); !name.isEmpty(); name = fields.next()) {
        switch (name) {
          case "database" -> database = fields.text();
          case "epoch" -> epoch = fields.number();
          case "slots" -> slots = Math.toIntExact(fields.number());
          case "nodes" -> fields.each(() -> nodes.add(readNode(json)));
          case "tables" -> fields.each(() -> tables.add(readTable(json)));
          case "indexes" -> fields.each(() -> indexes.add(readIndex(json)));
          case "views" -> fields.each(() -> views.add(readView(json)));
          case "tokens" -> fields.each(() -> tokens.add(readToken(json)));
          default -> throw fields.unknown(name);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new Snapshot(database, epoch, new SlotMap(slots, nodes), tables, indexes, views, tokens);
  }

  private static void writeNodes(JsonGenerator json, List<SlotMap.Node> nodes) throws IOException {
    json.writeArrayFieldStart("nodes");
    for (SlotMap.Node node : nodes) {
      json.writeStartObject();
      json.writeStringField("id", node.id());
      json.writeNumberField("first", node.firstSlot());
      json.writeNumberField("end", node.endSlot());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTable(JsonGenerator json, Table table) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", table.name());
    json.writeStringField("sql", table.sql());
    json.writeArrayFieldStart("shardKey");
    for (String column : table.shardKey()) {
      json.writeString(column);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeIndex(JsonGenerator json, Index index) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", index.name());
    json.writeStringField("table", index.table());
    json.writeStringField("sql", index.sql());
    json.writeStringField("state", index.state().name());
    json.writeEndObject();
  }

  private static void writeView(JsonGenerator json, View view) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", view.name());
    json.writeStringField("sql", view.sql());
    json.writeStringField("schema", view.temporary() ? "temp" : "main");
    json.writeEndObject();
  }

  private static void writeToken(JsonGenerator json, Token token) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", token.id());
    json.writeStringField("hash", token.hash());
    json.writeStringField("access", token.access().name());
    json.writeEndObject();
  }

  private static SlotMap.Node readNode(JsonParser json) throws IOException {
    JsonFields fields = JsonFields.of(json);
    String id = "";
    int first = 0;
    int end = 0;
    for (String name = fields.next(); !name.isEmpty(); name = fields.next()) {
      switch (name) {
        case "id" -> id = fields.text();
        case "first" -> first = Math.toIntExact(fields.number());
        case "end" -> end = Math.toIntExact(fields.number());
        default -> throw fields.unknown(name);
      }
    }
    return new SlotMap.Node(id, first, end);
  }

  private static Table readTable(JsonParser json) throws IOException {
    JsonFields fields = JsonFields.of(json);
    String table = "";
    String sql = "";
    List<String> shardKey = new ArrayList<>();
    for (String name = fields.next(); !name.isEmpty(); name = fields.next()) {
      switch (name) {
        case "name" -> table = fields.text();
        case "sql" -> sql = fields.text();
        case "shardKey" -> fields.each(() -> shardKey.add(json.getText()));
        default -> throw fields.unknown(name);
      }
    }
    return new Table(table, sql, shardKey);
  }

  private static Index readIndex(JsonParser json) throws IOException {
    JsonFields fields = JsonFields.of(json);
    String index = "";
    String table = "";
    String sql = "";
    Index.State state = Index.State.BUILDING;
    for (String name = fields.next(); !name.isEmpty(); name = fields.next()) {
      switch (name) {
        case "name" -> index = fields.text();
        case "table" -> table = fields.text();
        case "sql" -> sql = fields.text();
        case "state" -> state = Index.State.valueOf(fields.text());
        default -> throw fields.unknown(name);
      }
    }
    return new Index(index, table, sql, state);
  }

  private static View readView(JsonParser json) throws IOException {
    JsonFields fields = JsonFields.of(json);
    String view = "";
    String sql = "";
    String schema = "";
    for (String name = fields.next(); !name.isEmpty(); name = fields.next()) {
      switch (name) {
        case "name" -> view = fields.text();
        case "sql" -> sql = fields.text();
        case "schema" -> schema = fields.text();
        default -> throw fields.unknown(name);
      }
    }
    return new View(view, sql, schema.equals("temp"));
  }

  private static Token readToken(JsonParser json) throws IOException {
    JsonFields fields = JsonFields.of(json);
    String id = "";
    String hash = "";
    Token.Access access = Token.Access.READ;
    for (String name = fields.next(); !name.isEmpty(); name = fields.next()) {
      switch (name) {
        case "id" -> id = fields.text();
        case "hash" -> hash = fields.text();
        case "access" -> access = Token.Access.valueOf(fields.text());
        default -> throw fields.unknown(name);
      }
    }
    return new Token(id, hash, access);
  }
}
