package conductor.executor;

import conductor.api.Answer;
import conductor.api.PlanLine;
import conductor.engine.Plan;
import conductor.engine.PlanTree;
import conductor.engine.Planned;
import conductor.engine.Work;
import conductor.gateway.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import storage.api.StatementResult;

/**
 * Finds out what each line of a plan takes. The statements of a request run together, so that they
 * share the time in which nodes are waited for.
 */
final class PlanCosts {
  private final Clock clock;
  private final List<Planned> statements;
  private long sentMillis;
  private long repliedMillis;
  private long mergingMillis;

  /**
   * @param statements those of the request, in order
   */
  PlanCosts(Clock clock, List<Planned> statements) {
    this.clock = clock;
    this.statements = List.copyOf(statements);
  }

  /** The nodes are asked now. */
  void sent() {
    sentMillis = clock.epochMillis();
  }

  /** They have replied. */
  void replied() {
    repliedMillis = clock.epochMillis();
  }

  /** What they replied to a statement becomes its answer now. */
  void merging() {
    mergingMillis = clock.epochMillis();
  }

  /**
   * The answer with the lines of its plan.
   *
   * @param position the statement's
   * @param plan by which it was carried out
   * @param ending how it became an answer
   * @param first whether the cheaper way was taken
   */
  Answer of(
      int position,
      Plan plan,
      Work.Ending ending,
      boolean first,
      SortedMap<Integer, List<StatementResult>> results,
      Answer answer) {
    Planned planned = statements.get(position);
    long now = clock.epochMillis();
    long nodeMillis = repliedMillis - sentMillis;
    long rows = answer.columns().isEmpty() ? answer.changes() : answer.rows().count();
    Iterator<PlanLine.Figures> ofNodes = ofNodes(ending, results, nodeMillis).iterator();
    PlanLine.Figures here = new PlanLine.Figures(rows, 0, now - mergingMillis);
    List<PlanLine> lines = new ArrayList<>();
    int head = 0;
    boolean carriedOut = false;
    String tree = PlanTree.of(new Planned(plan, planned.parameterNames(), planned.ownParameters()));
    for (int from = 0; from < tree.length(); ) {
      int end = tree.indexOf(PlanTree.LINE_END, from);
      String line = tree.substring(from, end);
      from = end + 1;
      int id = lines.size() + 1;
      if (!line.startsWith(PlanTree.INDENT)) {
        head = id;
        carriedOut = line.equals(answer.plan()) || line.equals("or " + answer.plan());
        PlanLine.Figures whole =
            new PlanLine.Figures(
                rows, answer.cost().subrequests(), nodeMillis + now - mergingMillis);
        lines.add(new PlanLine(id, 0, line, carriedOut ? whole : null));
        continue;
      }
      String detail = line.substring(PlanTree.INDENT.length());
      lines.add(
          new PlanLine(
              id,
              head,
              detail,
              carriedOut ? figures(detail, tree, from, first, ofNodes, here) : null));
    }
    return answer.analyzed(lines);
  }

  private static PlanLine.@Nullable Figures figures(
      String detail,
      String tree,
      int next,
      boolean first,
      Iterator<PlanLine.Figures> ofNodes,
      PlanLine.Figures here) {
    boolean atNodes = detail.startsWith(first ? "first: " : "node: ");
    if (atNodes && ofNodes.hasNext()) {
      return ofNodes.next();
    }
    boolean ends =
        detail.startsWith("columns: ")
            || (detail.startsWith("scratch: ") && isLast(tree, next, "scratch: "));
    return ends ? here : null;
  }

  /** Whether no line behind {@code from}, up to the next head, begins so. */
  private static boolean isLast(String tree, int from, String begin) {
    for (int at = from; tree.startsWith(PlanTree.INDENT, at); ) {
      if (tree.startsWith(begin, at + PlanTree.INDENT.length())) {
        return false;
      }
      at = tree.indexOf(PlanTree.LINE_END, at) + 1;
    }
    return true;
  }

  /** What came from nodes: of one table after the other, or of all nodes together. */
  private static List<PlanLine.Figures> ofNodes(
      Work.Ending ending, SortedMap<Integer, List<StatementResult>> results, long millis) {
    List<PlanLine.Figures> figures = new ArrayList<>();
    switch (ending) {
      case Work.Gathering gathering -> {
        for (Work.Load load : gathering.loads()) {
          long rows = 0;
          for (var place : load.places().entrySet()) {
            List<StatementResult> ofNode = results.getOrDefault(place.getKey(), List.of());
            rows += rows(ofNode.get(place.getValue()));
          }
          figures.add(new PlanLine.Figures(rows, load.places().size(), millis));
        }
      }
      case Work.Merge ignored -> {
        long rows = 0;
        for (List<StatementResult> ofNode : results.values()) {
          for (StatementResult result : ofNode) {
            rows += rows(result);
          }
        }
        figures.add(new PlanLine.Figures(rows, results.size(), millis));
      }
    }
    return figures;
  }

  private static long rows(StatementResult result) {
    return switch (result) {
      case StatementResult.Rows rows -> rows.rows().count();
      case StatementResult.Changed changed -> changed.changes();
    };
  }
}
