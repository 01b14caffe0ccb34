package conductor.plan;

import conductor.analysis.Analysis;
import conductor.analysis.TableUse;
import conductor.engine.KeyLookup;
import conductor.engine.SqlTemplate;
import conductor.engine.Targets;
import conductor.semantics.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.BinaryOperator;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.generator.SqlGenerator;
import sqlite.token.SourceSpan;

/**
 * The rows of one table that a query may need: those with the keys that any of the places admits
 * where it stands, and, when there is only one such place, those that satisfy its conditions.
 *
 * @param targets the nodes that hold them
 * @param table the table as SQL
 * @param condition what they satisfy, or null
 */
record BaseRows(Targets targets, String table, @Nullable Expr condition) {
  /** A condition that is longer is left to the query: a node's SQLite has narrower bounds. */
  private static final int CONDITION_CHARACTERS = 2000;

  static BaseRows of(Analysis analysis, TableSchema table) {
    String name = SqlGenerator.print(Name.of(table.name()));
    List<TableUse> uses =
        analysis.uses().stream().filter(use -> use.table().name().equals(table.name())).toList();
    if (uses.isEmpty() || analysis.blurred().contains(Name.of(table.name()).folded())) {
      return new BaseRows(new Targets.All(), name, null);
    }
    return new BaseRows(targets(uses), name, uses.size() == 1 ? condition(uses.get(0)) : null);
  }

  private static Targets targets(List<TableUse> uses) {
    List<KeyLookup> lookups = new ArrayList<>();
    for (TableUse use : uses) {
      Optional<KeyLookup> lookup = KeyFinder.find(use);
      if (lookup.isEmpty()) {
        return new Targets.All();
      }
      lookups.add(lookup.get());
    }
    return new Targets.ByKey(lookups);
  }

  /** The query of a node for these columns. */
  SqlTemplate query(String columns) {
    String base = "SELECT " + columns + " FROM " + table;
    return condition == null
        ? SqlTemplate.of(base)
        : SqlTemplate.of(base + " WHERE " + Templates.marked(condition));
  }

  private static @Nullable Expr condition(TableUse use) {
    Expr condition = null;
    PushedCondition pushed = new PushedCondition(use.table());
    for (TableUse.Condition conjunct : use.ofRows()) {
      Expr own = pushed.of(conjunct);
      if (own != null && new SqlGenerator().print(own).length() <= CONDITION_CHARACTERS) {
        condition =
            condition == null
                ? own
                : new Expr.Binary(BinaryOperator.AND, condition, own, SourceSpan.NONE);
      }
    }
    return condition;
  }
}
