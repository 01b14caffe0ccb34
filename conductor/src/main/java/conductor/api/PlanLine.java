package conductor.api;

import org.jspecify.annotations.Nullable;

/**
 * A line of a plan that was carried out, as EXPLAIN QUERY PLAN has it.
 *
 * @param id its number, from 1
 * @param parent the line that it belongs to, or 0
 * @param detail what it does
 * @param figures what it took; null for what is part of another line, or was not carried out
 */
public record PlanLine(int id, int parent, String detail, @Nullable Figures figures) {
  /**
   * What a line took.
   *
   * @param rows that came out of it
   * @param requests to nodes
   * @param millis how long it took, by a clock that on the platform stands still between waits:
   *     those for nodes are in it, computing is not
   */
  public record Figures(long rows, int requests, long millis) {}
}
