package conductor.engine;

import conductor.api.Answer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/**
 * What one statement has to do, with its values known: a program for each node, and how the answers
 * become one.
 *
 * @param programs statements by the position of their node
 * @param writes whether they change something
 * @param merge makes the answer
 */
public record Work(
    SortedMap<Integer, List<StorageStatement>> programs, boolean writes, Merge merge) {

  /** Makes one answer of what the nodes answered. */
  public interface Merge {
    /** Whether the rows are decoded, for which they must come as arrays. */
    boolean decodes();

    /**
     * The answer, its cost still unknown.
     *
     * @param results for each node, the results of its program
     * @param rows the shape that the nodes' rows have
     * @param wanted the shape that the answer's rows must have
     */
    Outcome merge(SortedMap<Integer, List<StatementResult>> results, Shape rows, Shape wanted);
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
      Iterable<Integer> nodes, StorageStatement statement, boolean writes, Merge merge) {
    SortedMap<Integer, List<StorageStatement>> programs = new TreeMap<>();
    for (int node : nodes) {
      programs.put(node, List.of(statement));
    }
    return new Work(programs, writes, merge);
  }

  /** The results of the only node of {@code results}. */
  static List<StatementResult> only(Map<Integer, List<StatementResult>> results) {
    if (results.size() != 1) {
      throw new IllegalStateException("one node expected, not " + results.keySet());
    }
    return results.values().iterator().next();
  }
}
