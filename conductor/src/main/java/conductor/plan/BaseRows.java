package conductor.plan;

import conductor.engine.KeyLookup;
import conductor.engine.SqlTemplate;
import conductor.engine.Targets;
import conductor.semantics.Catalog;
import conductor.semantics.TableSchema;
import conductor.semantics.TableScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.BinaryOperator;
import sqlite.ast.Expr;
import sqlite.ast.JoinKind;
import sqlite.ast.Name;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.TableRef;
import sqlite.ast.With;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;
import sqlite.generator.SqlGenerator;
import sqlite.token.SourceSpan;

/**
 * The rows of one table that a query may need.
 *
 * <p>A table that is named once, in a FROM, is needed only as far as the WHERE of the same query
 * lets its rows through: by the keys that it admits, and by those of its conditions that are about
 * this table alone. The conditions are left to the query where an outer join makes up rows of the
 * table, since NULLs may satisfy them; keys are not, since NULL is no key.
 *
 * @param targets the nodes that hold them
 * @param table the table as SQL
 * @param condition what they satisfy, or null
 */
record BaseRows(Targets targets, String table, @Nullable Expr condition) {
  /** A condition that is longer is left to the query: a node's SQLite has narrower bounds. */
  private static final int CONDITION_CHARACTERS = 2000;

  /** All rows of a table. */
  static BaseRows all(TableSchema table) {
    return new BaseRows(new Targets.All(), SqlGenerator.print(Name.of(table.name())), null);
  }

  static BaseRows of(Catalog catalog, Select select, TableSchema table) {
    Uses uses = new Uses(catalog, Name.of(table.name()));
    new TreeWalker(uses).walk(select);
    String name = SqlGenerator.print(Name.of(table.name()));
    Use only = uses.only();
    if (only == null) {
      return all(table);
    }
    TableScope scope = new TableScope(table, only.leaf().exposedName());
    Optional<KeyLookup> lookup =
        KeyFinder.find(
            table,
            only.query().where(),
            column ->
                only.alone() || column.table() != null ? scope.position(column) : Optional.empty());
    Targets targets =
        lookup.isPresent() ? new Targets.ByKey(List.of(lookup.get())) : new Targets.All();
    Expr condition = only.nullable() ? null : condition(only, scope);
    return new BaseRows(targets, name, condition);
  }

  /** The query of a node for these columns. */
  SqlTemplate query(String columns) {
    String base = "SELECT " + columns + " FROM " + table;
    return condition == null
        ? SqlTemplate.of(base)
        : SqlTemplate.of(base + " WHERE " + Templates.marked(condition));
  }

  private static @Nullable Expr condition(Use use, TableScope scope) {
    Expr condition = null;
    Expr where = use.query().where();
    if (where == null) {
      return null;
    }
    PushedCondition pushed = new PushedCondition(scope, use.alone());
    for (Expr conjunct : conjuncts(where)) {
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

  private static List<Expr> conjuncts(Expr condition) {
    List<Expr> conjuncts = new ArrayList<>();
    addConjuncts(condition, conjuncts);
    return conjuncts;
  }

  private static void addConjuncts(Expr condition, List<Expr> conjuncts) {
    if (condition instanceof Expr.Binary both && both.operator() == BinaryOperator.AND) {
      addConjuncts(both.left(), conjuncts);
      addConjuncts(both.right(), conjuncts);
    } else {
      conjuncts.add(condition);
    }
  }

  /**
   * Where a table is named.
   *
   * @param leaf its place in the FROM
   * @param query the query of that FROM
   * @param alone whether it is all of the FROM
   * @param nullable whether a join makes up rows of it
   */
  private record Use(
      TableRef.Named leaf, SelectCore.Query query, boolean alone, boolean nullable) {}

  /** Finds all places where a table is named, or may be. */
  private static final class Uses implements TreeVisitor {
    private final Catalog catalog;
    private final Name table;
    private final List<Use> uses = new ArrayList<>();
    private boolean others;

    Uses(Catalog catalog, Name table) {
      this.catalog = catalog;
      this.table = table;
    }

    /** The only use, if it is one whose rows the WHERE beside it bounds. */
    @Nullable Use only() {
      return others || uses.size() != 1 ? null : uses.get(0);
    }

    @Override
    public boolean enter(Select select) {
      add(select.first());
      select.rest().forEach(term -> add(term.core()));
      return true;
    }

    @Override
    public boolean enter(Expr expr) {
      others |= expr instanceof Expr.InTable in && isTable(in.table().name());
      return true;
    }

    @Override
    public void enter(With with) {
      // A name below may mean the common table or the table.
      others |= with.tables().stream().anyMatch(common -> isTable(common.name()));
    }

    private void add(SelectCore core) {
      if (core instanceof SelectCore.Query query && query.from() != null) {
        add(query.from(), query, query.from() instanceof TableRef.Named, false);
      }
    }

    private void add(TableRef from, SelectCore.Query query, boolean alone, boolean nullable) {
      switch (from) {
        case TableRef.Named named -> {
          if (isTable(named.name().name())) {
            uses.add(new Use(named, query, alone, nullable));
          }
        }
        case TableRef.Nested nested -> add(nested.inner(), query, alone, nullable);
        case TableRef.Join join -> {
          JoinKind kind = join.operator().kind();
          add(join.left(), query, alone, nullable || makesUpLeft(kind));
          add(join.right(), query, alone, nullable || makesUpRight(kind));
        }
        case TableRef.Subquery ignored -> {}
        case TableRef.TableFunction ignored -> {}
      }
    }

    private boolean isTable(Name name) {
      return name.sameAs(table) && catalog.find(name).isPresent();
    }

    private static boolean makesUpLeft(JoinKind kind) {
      return switch (kind) {
        case RIGHT, FULL -> true;
        case LEFT, INNER, CROSS, COMMA -> false;
      };
    }

    private static boolean makesUpRight(JoinKind kind) {
      return switch (kind) {
        case LEFT, FULL -> true;
        case RIGHT, INNER, CROSS, COMMA -> false;
      };
    }
  }
}
