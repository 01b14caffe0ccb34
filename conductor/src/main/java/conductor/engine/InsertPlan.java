package conductor.engine;

import conductor.eval.Computation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sqlite.value.Affinity;
import sqlite.value.Collation;
import sqlite.value.SqlValue;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import topology.api.SlotHash;
import topology.api.SlotMap;

/**
 * Rows for several nodes, each to where its shard key belongs.
 *
 * <p>What places a row must be known before it is sent: those cells are computed here, or asked of
 * a node when only SQLite can compute them, and sent as values.
 *
 * @param table the name of the table, as SQL
 * @param head the statement up to its first row
 * @param replaces whether a row takes the place of one that it conflicts with
 * @param rows in the order of the statement
 * @param placement the cells that place a row
 * @param affinities of the columns that place a row
 * @param collations of the columns that place a row
 * @param rowIdCell the cell of the row id, whose NULL means the next one; -1 for none
 * @param rowIds where the next row id is found out
 */
public record InsertPlan(
    String table,
    String head,
    boolean replaces,
    List<List<Cell>> rows,
    List<Integer> placement,
    List<Affinity> affinities,
    List<Collation> collations,
    int rowIdCell,
    RowIdSource rowIds)
    implements Plan {

  /** One value of one row. */
  public sealed interface Cell {}

  /** Computed by the node that stores it. */
  public record Sent(SqlTemplate sql) implements Cell {}

  /** Computed here. */
  public record Computed(Computation value) implements Cell {}

  /** Asked of a node. */
  public record Asked(SqlTemplate sql) implements Cell {}

  /**
   * Where the next row id of a table is found out.
   *
   * @param table its folded name, or the empty string when rows get no ids from here
   * @param largest a query of one value: the largest row id that a node has, or had
   */
  public record RowIdSource(String table, String largest) {
    /** For tables without row ids. */
    public static final RowIdSource NONE = new RowIdSource("", "");
  }

  public InsertPlan {
    placement = List.copyOf(placement);
    affinities = List.copyOf(affinities);
    collations = List.copyOf(collations);
    rows = List.copyOf(rows);
  }

  @Override
  public String label() {
    return "Insert(" + (rows.size() == 1 ? "EqualUnique" : "IN") + ")";
  }

  /** One query for each row that has cells to be asked for. */
  public List<StorageStatement> questions(Bindings bindings) {
    List<StorageStatement> questions = new ArrayList<>();
    for (List<Cell> row : rows) {
      StatementBuilder question = StatementBuilder.forNode();
      for (Cell cell : row) {
        if (cell instanceof Asked asked) {
          question.append(question.length() == 0 ? "SELECT " : ", ").append(asked.sql(), bindings);
        }
      }
      if (question.length() > 0) {
        questions.add(question.build(StorageStatement.Kind.READ));
      }
    }
    return questions;
  }

  /**
   * The values of the cells that are known here, in rows; NULL stands for those that are sent.
   *
   * @param answers the rows that {@link #questions} were answered with
   */
  public List<List<SqlValue>> known(Bindings bindings, List<List<SqlValue>> answers) {
    List<List<SqlValue>> known = new ArrayList<>();
    int answer = 0;
    for (List<Cell> row : rows) {
      List<SqlValue> values = new ArrayList<>();
      int column = 0;
      for (Cell cell : row) {
        switch (cell) {
          case Sent ignored -> values.add(SqlValue.NULL);
          case Computed computed -> values.add(computed.value().value(bindings));
          case Asked ignored -> {
            values.add(answers.get(answer).get(column));
            column++;
          }
        }
      }
      answer += column > 0 ? 1 : 0;
      known.add(values);
    }
    return known;
  }

  /** What to do with these values, whose row ids are all there. */
  public Work work(Input input, List<List<SqlValue>> known) {
    SlotMap slotMap = input.slotMap();
    SortedMap<Integer, List<StorageStatement>> programs = new TreeMap<>();
    SortedMap<Integer, StatementBuilder> open = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      List<SqlValue> values = known.get(i);
      int node = slotMap.nodeOf(SlotHash.slot(key(values), collations, slotMap.slots()));
      StatementBuilder row = StatementBuilder.forNode();
      appendRow(row, rows.get(i), values, input.bindings());
      StatementBuilder statement = open.get(node);
      if (statement != null && !statement.hasRoomFor(row.length() + 1, row.boundValues())) {
        close(node, statement, programs);
        statement = null;
      }
      if (statement == null) {
        statement = StatementBuilder.forNode().append(head);
        open.put(node, statement);
      } else {
        statement.append(",");
      }
      appendRow(statement, rows.get(i), values, input.bindings());
    }
    open.forEach((node, statement) -> close(node, statement, programs));
    return new Work(programs, true, new Inserted(lastRowId(known)));
  }

  private static void close(
      int node, StatementBuilder statement, SortedMap<Integer, List<StorageStatement>> programs) {
    programs
        .computeIfAbsent(node, first -> new ArrayList<>())
        .add(statement.build(StorageStatement.Kind.WRITE));
  }

  private List<SqlValue> key(List<SqlValue> values) {
    List<SqlValue> key = new ArrayList<>();
    for (int i = 0; i < placement.size(); i++) {
      key.add(affinities.get(i).apply(values.get(placement.get(i))));
    }
    return key;
  }

  private static void appendRow(
      StatementBuilder statement, List<Cell> row, List<SqlValue> values, Bindings bindings) {
    String separator = "(";
    for (int i = 0; i < row.size(); i++) {
      statement.append(separator);
      separator = ",";
      if (row.get(i) instanceof Sent sent) {
        statement.append(sent.sql(), bindings);
      } else {
        statement.append(values.get(i));
      }
    }
    statement.append(")");
  }

  private long lastRowId(List<List<SqlValue>> known) {
    if (rowIdCell < 0) {
      return 0;
    }
    SqlValue last = Affinity.INTEGER.apply(known.get(known.size() - 1).get(rowIdCell));
    return last instanceof SqlValue.Int id ? id.value() : 0;
  }

  /** The changes of all nodes together; the last row is the statement's and not a node's. */
  private record Inserted(long lastRowId) implements Work.Merge {
    @Override
    public boolean decodes() {
      return false;
    }

    @Override
    public Work.Outcome merge(
        SortedMap<Integer, List<StatementResult>> results, Shape rows, Shape wanted) {
      long changes = 0;
      for (List<StatementResult> ofNode : results.values()) {
        for (StatementResult result : ofNode) {
          changes += WritePlan.changed(result).changes();
        }
      }
      return new Work.Outcome(Plan.NO_COLUMNS, Rows.NONE, changes, lastRowId);
    }
  }
}
