package conductor.engine;

import conductor.api.Answer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/**
 * What one statement has to do, with its values known: a program for each node, and how the answers
 * become one.
 *
 * @param programs statements by the position of their node
 * @param writes whether they change something
 * @param ending makes the answer
 * @param guess cheaper work for the same answer, whose merge throws {@link GuessFailed} when it
 *     does not suffice; or null
 */
public record Work(
    SortedMap<Integer, List<StorageStatement>> programs,
    boolean writes,
    Ending ending,
    @Nullable Work guess) {

  Work(SortedMap<Integer, List<StorageStatement>> programs, boolean writes, Ending ending) {
    this(programs, writes, ending, null);
  }

  /** This, with cheaper work that is to be tried first. */
  Work guessedBy(Work cheaper) {
    return new Work(programs, writes, ending, cheaper);
  }

  /** How what the nodes answered becomes one answer. */
  public sealed interface Ending {
    /** Whether the nodes' rows are read, for which they must come as arrays. */
    boolean decodes();
  }

  /**
   * By a query over the rows, in a scratch database.
   *
   * @param loads the tables that it reads there
   * @param definitions which result of the first node holds the definitions of the whole schema, or
   *     {@link #NO_DEFINITIONS}
   * @param views the CREATE VIEW of each view that those do not make
   * @param statement the query
   */
  public record Gathering(
      List<Load> loads, int definitions, List<String> views, StorageStatement statement)
      implements Ending {
    /** Every table has its own definition, of the columns that are needed. */
    public static final int NO_DEFINITIONS = -1;

    public Gathering {
      loads = List.copyOf(loads);
      views = List.copyOf(views);
    }

    @Override
    public boolean decodes() {
      return true;
    }
  }

  /**
   * A table of a scratch database.
   *
   * @param table its name, for messages
   * @param create makes it; empty when it is of the whole schema
   * @param insert the INSERT into it up to and with VALUES
   * @param places for each node that has rows of it, which of its results they are
   */
  public record Load(
      String table, String create, String insert, SortedMap<Integer, Integer> places) {}

  /** By a rule that is proven for the shape of the query. */
  public non-sealed interface Merge extends Ending {

    /**
     * The answer, its cost still unknown.
     *
     * @param results for each node, the results of its program
     * @param rows the shape that the nodes' rows have
     * @param wanted the shape that the answer's rows must have
     */
    Outcome merge(SortedMap<Integer, List<StatementResult>> results, Shape rows, Shape wanted);

    /**
     * How many rows suffice, whichever nodes they are from: when some have given so many, the
     * others need not be asked. Negative when every node counts.
     */
    default long enough() {
      return -1;
    }

    /** The same page by page, or null where only the whole can be merged. */
    default @Nullable RowStream stream(int nodes) {
      return null;
    }
  }

  /**
   * An {@link Answer} without its cost.
   *
   * @param columns the names of the result columns
   * @param rows the rows
   * @param changes how many rows were changed
   * @param lastRowId the id of the last row that was added, else 0
   */
  public record Outcome(
      List<String> columns, storage.api.EncodedRows rows, long changes, long lastRowId) {}

  /** The same statement for each of the nodes. */
  static Work same(
      Iterable<Integer> nodes, StorageStatement statement, boolean writes, Ending ending) {
    SortedMap<Integer, List<StorageStatement>> programs = new TreeMap<>();
    for (int node : nodes) {
      programs.put(node, List.of(statement));
    }
    return new Work(programs, writes, ending);
  }

  /** The results of the only node of {@code results}. */
  static List<StatementResult> only(Map<Integer, List<StatementResult>> results) {
    if (results.size() != 1) {
      throw new IllegalStateException("one node expected, not " + results.keySet());
    }
    return results.values().iterator().next();
  }
}
