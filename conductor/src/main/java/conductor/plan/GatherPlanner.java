package conductor.plan;

import conductor.analysis.Analysis;
import conductor.engine.Gather;
import conductor.engine.SqlTemplate;
import conductor.semantics.Catalog;
import conductor.semantics.ColumnSchema;
import conductor.semantics.TableSchema;
import conductor.semantics.UniqueKey;
import conductor.semantics.ViewSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import sqlite.ast.CreateView;
import sqlite.ast.Name;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.walk.TreeQuestions;
import sqlite.generator.SqlGenerator;
import sqlite.value.Affinity;
import sqlite.value.Collation;
import topology.api.View;

/**
 * Plans a query that nothing else is proven for.
 *
 * <pre>
 *   SELECT a.x, count(*) FROM a LEFT JOIN b ON a.id = b.a WHERE a.x > 5 GROUP BY 1
 *   nodes:   SELECT rowid, id, x FROM a WHERE x > 5
 *            SELECT rowid, a FROM b
 *   scratch: the statement as it is
 * </pre>
 *
 * A view is there too. A table in the scratch database has the columns that the statement may mean,
 * with their affinities and collations, and its rows their rowids. It lacks indexes and
 * constraints: rows that are stored satisfy them already. Where the statement tells of the schema,
 * all of it is there as it is.
 */
final class GatherPlanner {
  private final Catalog catalog;
  private final Select select;
  private final ColumnsUsed used;

  private final ViewReads views;
  private final Analysis analysis;
  private final boolean wholeSchema;

  private GatherPlanner(Catalog catalog, Select select, ViewReads views, boolean wholeSchema) {
    this.catalog = catalog;
    this.select = select;
    this.used = ColumnsUsed.by(select, views.queries());
    this.views = views;
    this.analysis = Analysis.of(select, catalog);
    this.wholeSchema = wholeSchema;
  }

  /**
   * The plan.
   *
   * @param select the query
   * @param views the views that it reads
   * @param wholeSchema whether it tells of the schema
   * @param statement the query, printed as a node or the scratch database can run it
   */
  static Gather plan(
      Catalog catalog, Select select, ViewReads views, boolean wholeSchema, SqlTemplate statement) {
    GatherPlanner planner = new GatherPlanner(catalog, select, views, wholeSchema);
    List<Gather.Input> inputs = new ArrayList<>();
    planner.tables().forEach(table -> inputs.add(planner.input(table)));
    return new Gather(inputs, wholeSchema, planner.definitions(), statement);
  }

  private Iterable<TableSchema> tables() {
    Map<String, TableSchema> tables = new LinkedHashMap<>();
    for (QualifiedName name : TreeQuestions.tablesRead(select)) {
      boolean isTable =
          catalog.view(name).isEmpty()
              && !SchemaTable.isSchemaTable(name)
              && !SchemaPragma.isFunction(name.name().folded());
      if (isTable) {
        TableSchema table = catalog.table(name);
        tables.putIfAbsent(Name.of(table.name()).folded(), table);
      }
    }
    for (String name : views.tables()) {
      tables.computeIfAbsent(name, table -> catalog.table(QualifiedName.of(table)));
    }
    return tables.values();
  }

  /** The definitions of the views that the schema does not hold. */
  private List<String> definitions() {
    List<String> definitions = new ArrayList<>();
    if (wholeSchema) {
      for (View view : catalog.snapshot().views()) {
        if (view.temporary()) {
          definitions.add(view.sql());
        }
      }
      return definitions;
    }
    views.views().forEach(view -> definitions.add(definition(view)));
    return definitions;
  }

  /** As it was written, unless it insists on an index. */
  private static String definition(ViewSchema view) {
    CreateView written = view.definition();
    Select query = IndexHints.removed(written.query());
    if (query.equals(written.query())) {
      return view.sql();
    }
    return new SqlGenerator()
        .print(
            new CreateView(
                written.temporary(),
                written.ifNotExists(),
                written.name(),
                written.columns(),
                ResultNames.kept(query, view.sql()),
                written.span()));
  }

  private Gather.Input input(TableSchema table) {
    SortedSet<Integer> columns = columns(table);
    List<String> names = new ArrayList<>();
    if (table.rowIdColumn() < 0) {
      table.rowIdName().ifPresent(names::add);
    }
    for (int column : columns) {
      names.add(print(table.columns().get(column).name()));
    }
    String list = String.join(", ", names);
    BaseRows rows = BaseRows.of(analysis, table);
    return new Gather.Input(
        table.name(),
        wholeSchema ? "" : create(table, columns),
        "INSERT INTO " + print(table.name()) + "(" + list + ") VALUES ",
        rows.targets(),
        rows.query(list));
  }

  /** The columns that the statement may mean, and those that a row is stored by. */
  private SortedSet<Integer> columns(TableSchema table) {
    SortedSet<Integer> columns = new TreeSet<>();
    if (wholeSchema) {
      for (int i = 0; i < table.columns().size(); i++) {
        if (!table.columns().get(i).generated()) {
          columns.add(i);
        }
      }
      return columns;
    }
    for (int i = 0; i < table.columns().size(); i++) {
      if (used.mayMean(table.columns().get(i).name())) {
        columns.add(i);
      }
    }
    if (table.rowIdColumn() >= 0) {
      columns.add(table.rowIdColumn());
    }
    if (!table.hasRowId()) {
      columns.addAll(primaryKey(table).columns());
    }
    if (columns.isEmpty()) {
      columns.add(0);
    }
    return columns;
  }

  private static UniqueKey primaryKey(TableSchema table) {
    for (UniqueKey key : table.uniqueKeys()) {
      if (key.primary()) {
        return key;
      }
    }
    throw new IllegalStateException("a table without rowid has a PRIMARY KEY: " + table.name());
  }

  private static String create(TableSchema table, SortedSet<Integer> columns) {
    List<String> parts = new ArrayList<>();
    for (int column : columns) {
      parts.add(definition(table, column));
    }
    String end = ")";
    if (!table.hasRowId()) {
      parts.add("PRIMARY KEY(" + keyColumns(table) + ")");
      end = ") WITHOUT ROWID";
    }
    return "CREATE TABLE " + print(table.name()) + "(" + String.join(", ", parts) + end;
  }

  private static String definition(TableSchema table, int position) {
    ColumnSchema column = table.columns().get(position);
    String type = position == table.rowIdColumn() ? "INTEGER PRIMARY KEY" : type(column.affinity());
    return print(column.name())
        + (type.isEmpty() ? "" : " " + type)
        + collate(column.collation(), Collation.BINARY);
  }

  private static String keyColumns(TableSchema table) {
    UniqueKey key = primaryKey(table);
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      ColumnSchema column = table.columns().get(key.columns().get(i));
      columns.add(print(column.name()) + collate(key.collations().get(i), column.collation()));
    }
    return String.join(", ", columns);
  }

  private static String collate(Collation collation, Collation without) {
    return collation == without ? "" : " COLLATE " + collation;
  }

  /** A declared type of that affinity. */
  private static String type(Affinity affinity) {
    return switch (affinity) {
      case BLOB -> "";
      case TEXT -> "TEXT";
      case NUMERIC -> "NUMERIC";
      case INTEGER -> "INT";
      case REAL -> "REAL";
    };
  }

  private static String print(String name) {
    return SqlGenerator.print(Name.of(name));
  }
}
