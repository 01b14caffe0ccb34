package conductor.analysis;

import conductor.semantics.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.Name;

/** One item of a FROM clause. Two that name the same table are two sources. */
final class Source {
  private final @Nullable Name exposed;
  private final boolean inMain;
  private final boolean nullable;
  private final @Nullable TableSchema table;
  private final @Nullable List<OutputColumn> columns;

  private Source(
      @Nullable Name exposed,
      boolean inMain,
      boolean nullable,
      @Nullable TableSchema table,
      @Nullable List<OutputColumn> columns) {
    this.exposed = exposed;
    this.inMain = inMain;
    this.nullable = nullable;
    this.table = table;
    this.columns = columns;
  }

  /**
   * A column of a subquery or a view.
   *
   * @param name its name, or null for the text of an expression
   * @param inner the column of one of its own sources that it shows unchanged, or null
   */
  record OutputColumn(@Nullable Name name, @Nullable SourceColumn inner) {}

  /**
   * A table.
   *
   * @param nullable whether a join makes up rows of it
   */
  static Source ofTable(@Nullable Name exposed, TableSchema table, boolean nullable) {
    return new Source(exposed, true, nullable, table, null);
  }

  /** A subquery or a view. */
  static Source ofQuery(@Nullable Name exposed, List<OutputColumn> columns, boolean nullable) {
    return new Source(exposed, false, nullable, null, columns);
  }

  /** One whose columns are not known. */
  static Source opaque(@Nullable Name exposed, boolean nullable) {
    return new Source(exposed, false, nullable, null, null);
  }

  @Nullable Name exposed() {
    return exposed;
  }

  boolean isNullable() {
    return nullable;
  }

  /** Whether its columns are not known, so that any name may be one of them. */
  boolean isOpaque() {
    return table == null && columns == null;
  }

  @Nullable TableSchema table() {
    return table;
  }

  /** What it shows for {@code *}; empty when that is not known. */
  Optional<List<OutputColumn>> all() {
    if (table == null) {
      return Optional.ofNullable(columns);
    }
    List<OutputColumn> all = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      all.add(new OutputColumn(Name.of(table.columns().get(i).name()), column(i)));
    }
    return Optional.of(all);
  }

  private SourceColumn column(int position) {
    return new SourceColumn(this, position);
  }

  /** Whether {@code reference} names this source, or no source at all. */
  boolean isMeant(Expr.ColumnRef reference) {
    if (reference.table() == null) {
      return true;
    }
    boolean schemaFits =
        reference.schema() == null || (inMain && reference.schema().sameAs("main"));
    return schemaFits && exposed != null && reference.table().sameAs(exposed);
  }

  boolean isNamed(Name name) {
    return exposed != null && exposed.sameAs(name);
  }

  /**
   * The column of that name: of a subquery the one that it shows, down to a table; empty when there
   * is none.
   */
  Optional<Meaning> find(Name name) {
    Optional<List<OutputColumn>> all = all();
    if (all.isPresent()) {
      for (OutputColumn output : all.get()) {
        if (output.name() != null && output.name().sameAs(name)) {
          return Optional.of(new Meaning(output.inner()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What a name means that is known here.
   *
   * @param column the column of a table, or null for something computed
   */
  record Meaning(@Nullable SourceColumn column) {}

  /** The rowid, if that is what {@code name} means in a table without such a column. */
  Optional<Meaning> rowId(Name name) {
    return table != null && table.isRowIdName(name.text())
        ? Optional.of(new Meaning(column(table.rowIdColumn())))
        : Optional.empty();
  }
}
