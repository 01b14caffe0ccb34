package conductor.plan;

import conductor.api.SqlException;
import conductor.engine.Later;
import conductor.engine.PlanTree;
import conductor.engine.Planned;
import conductor.engine.ReadPlan;
import conductor.engine.SqlTemplate;
import conductor.engine.Targets;
import sqlite.ast.Explain;
import sqlite.generator.SqlGenerator;

/**
 * Plans EXPLAIN QUERY PLAN: a query of any one node that answers the lines of the plan, each with
 * the line above it that it belongs to.
 *
 * <pre>
 *   id  parent  notused  detail
 *   1   0       0        Route(Equal)
 *   2   1       0        node: SELECT a FROM t WHERE id = 7
 * </pre>
 *
 * @see <a href="https://sqlite.org/eqp.html">EXPLAIN QUERY PLAN</a>
 */
final class ExplainPlanner {
  private ExplainPlanner() {}

  static ReadPlan plan(Explain explain, Planned planned) {
    StringBuilder rows = new StringBuilder();
    int id = 0;
    int head = 0;
    String tree = PlanTree.of(planned);
    for (int from = 0; from < tree.length(); ) {
      int end = tree.indexOf(PlanTree.LINE_END, from);
      String line = tree.substring(from, end);
      boolean isPart = line.startsWith(PlanTree.INDENT);
      id++;
      head = isPart ? head : id;
      rows.append(id == 1 ? "" : ",")
          .append('(')
          .append(id)
          .append(',')
          .append(isPart ? head : 0)
          .append(",0,")
          .append(SqlGenerator.stringLiteral(isPart ? line.substring(2) : line))
          .append(')');
      from = end + 1;
    }
    SqlTemplate query =
        SqlTemplate.of(
            "SELECT column1 AS id, column2 AS parent, column3 AS notused, column4 AS detail"
                + " FROM (VALUES "
                + rows
                + ")");
    SqlException never = SqlException.unsupported("EXPLAIN over several nodes", explain.span());
    return new ReadPlan(
        new Targets.Any("Explain"), query, new Later<>(() -> new ReadPlan.Refused(never)), null);
  }
}
