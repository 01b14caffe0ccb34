package conductor.analysis;

import conductor.semantics.TableSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sqlite.ast.Expr;
import sqlite.ast.QualifiedName;

/**
 * A place where a statement reads a table, and which of its rows matter there.
 *
 * <p>Rows that do not satisfy the conditions may be missing: the result is the same.
 */
public final class TableUse {
  private final QualifiedName name;
  private final TableSchema table;
  private final Source source;
  private final Facts facts;
  private final Facts ofRows;

  /**
   * @param facts what holds where one of its rows takes part in a row of the result
   * @param ofRows those of them that also hold for rows that an outer join makes up
   */
  TableUse(QualifiedName name, TableSchema table, Source source, Facts facts, Facts ofRows) {
    this.name = name;
    this.table = table;
    this.source = source;
    this.facts = facts;
    this.ofRows = ofRows;
  }

  /**
   * A condition.
   *
   * @param expr it, without an AND at its top
   * @param column the position in the table of the column that a name in it means, if it is one
   */
  public record Condition(Expr expr, Function<Expr.ColumnRef, Optional<Integer>> column) {}

  /** The table as the statement names it. */
  public QualifiedName name() {
    return name;
  }

  public TableSchema table() {
    return table;
  }

  /**
   * The conditions, for {@code =} and IN with constants alone: a name means also the column of the
   * table that is equal to what it says, if there is one.
   */
  public List<Condition> ofKeys() {
    ColumnClasses classes = ColumnClasses.of(facts);
    if (classes.isEmpty()) {
      return conditions(facts, this::own);
    }
    Map<SourceColumn, Integer> positions = new HashMap<>();
    for (int i = 0; i < table.columns().size(); i++) {
      positions.putIfAbsent(classes.of(new SourceColumn(source, i)), i);
    }
    positions.putIfAbsent(
        classes.of(new SourceColumn(source, TableSchema.ROW_ID)), TableSchema.ROW_ID);
    return conditions(
        facts,
        column ->
            column.source() == source
                ? Optional.of(column.position())
                : Optional.ofNullable(positions.get(classes.of(column))));
  }

  /** The conditions, for any use: a name means the column that it says. */
  public List<Condition> ofRows() {
    return conditions(ofRows, this::own);
  }

  private Optional<Integer> own(SourceColumn column) {
    return column.source() == source ? Optional.of(column.position()) : Optional.empty();
  }

  private static List<Condition> conditions(
      Facts facts, Function<SourceColumn, Optional<Integer>> position) {
    List<Condition> conditions = new ArrayList<>();
    for (Fact fact : facts.conditions()) {
      conditions.add(
          new Condition(
              fact.condition(), reference -> fact.scope().resolve(reference).flatMap(position)));
    }
    return conditions;
  }
}
