package conductor.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;

import conductor.api.SqlException;
import conductor.engine.PlanTree;
import conductor.engine.SchemaPlan;
import conductor.semantics.Catalog;
import golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sqlite.ast.CreateIndex;
import sqlite.ast.CreateView;
import sqlite.ast.Statement;
import sqlite.parser.SqlParser;
import topology.api.Index;
import topology.api.SlotMap;
import topology.api.Snapshot;
import topology.api.Table;
import topology.api.View;

/**
 * Plans as {@link PlanTree} prints them, in files by subject: {@code > } and a statement, below it
 * the plan or the refusal. A file begins with the number of nodes and the schema. To add a case,
 * write its first line and accept.
 */
final class GoldenPlansTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "plans");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void plansAreAsTheFilesSay(Path file) {
    List<String> lines = Golden.read(file).lines().toList();
    assertFalse(lines.isEmpty(), file + " is empty");
    Snapshot snapshot = snapshot(nodes(lines));
    StringBuilder text = new StringBuilder();
    boolean header = true;
    for (String line : lines) {
      if (line.startsWith("> ")) {
        header = false;
        String sql = line.substring(2);
        text.append('\n').append(line).append('\n').append(plan(snapshot, sql));
      } else if (header && !line.isEmpty()) {
        text.append(line).append('\n');
        if (line.startsWith("CREATE ")) {
          snapshot = with(snapshot, line);
        }
      }
    }
    Golden.check(file, text.toString());
  }

  private static int nodes(List<String> lines) {
    for (String line : lines) {
      if (line.startsWith("nodes: ")) {
        return Integer.parseInt(line.substring("nodes: ".length()));
      }
    }
    throw new AssertionError("a line nodes: N is missing");
  }

  private static String plan(Snapshot snapshot, String sql) {
    try {
      Statement statement = new SqlParser().parseStatement(sql);
      return PlanTree.of(new Planner(new Catalog(snapshot), sql).plan(statement));
    } catch (SqlException refused) {
      SqlException located = refused.in(sql);
      String place =
          located.position() == null
              ? ""
              : " (" + located.position().line() + ":" + located.position().column() + ")";
      return located.code() + place + ": " + located.message() + "\n";
    }
  }

  private static Snapshot snapshot(int nodes) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      ids.add("n" + i);
    }
    return new Snapshot("a", 1, SlotMap.even(64, ids), List.of(), List.of(), List.of(), List.of());
  }

  private static Snapshot with(Snapshot before, String sql) {
    Statement statement = new SqlParser().parseStatement(sql);
    List<Table> tables = new ArrayList<>(before.tables());
    List<Index> indexes = new ArrayList<>(before.indexes());
    List<View> views = new ArrayList<>(before.views());
    if (!(new Planner(new Catalog(before), sql).plan(statement).plan()
        instanceof SchemaPlan plan)) {
      throw new AssertionError("no change of the schema: " + sql);
    }
    if (plan.effect() instanceof SchemaPlan.Created created) {
      tables.add(new Table(created.table(), plan.statements().get(0), created.shardKey()));
    }
    if (statement instanceof CreateIndex index) {
      indexes.add(
          new Index(index.name().name().text(), index.table().text(), sql, Index.State.READY));
    }
    if (statement instanceof CreateView view) {
      views.add(new View(view.name().name().text(), sql, false));
    }
    return new Snapshot("a", 1, before.slotMap(), tables, indexes, views, List.of());
  }
}
