package conductor.plan;

import conductor.semantics.Catalog;
import conductor.semantics.ViewSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import sqlite.ast.CommonTable;
import sqlite.ast.CreateView;
import sqlite.ast.JoinConstraint;
import sqlite.ast.QualifiedName;
import sqlite.ast.ResultColumn;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.TableRef;
import sqlite.ast.With;

/** How many columns the rows of a query have, where that can be told without their names. */
final class ResultWidth {
  /** Deeper views are left alone: they may be defined in a circle. */
  private static final int DEPTH = 50;

  private static final int UNKNOWN = -1;
  private static final int SCHEMA_COLUMNS = 5;

  private final Catalog catalog;
  private final Map<String, Integer> common;
  private final int depth;

  private ResultWidth(Catalog catalog, Map<String, Integer> common, int depth) {
    this.catalog = catalog;
    this.common = common;
    this.depth = depth;
  }

  /** The width; empty behind NATURAL joins, functions and what does not exist. */
  static OptionalInt of(Select select, Catalog catalog) {
    int width = new ResultWidth(catalog, new HashMap<>(), 0).of(select);
    return width < 0 ? OptionalInt.empty() : OptionalInt.of(width);
  }

  private int of(Select select) {
    if (depth > DEPTH) {
      return UNKNOWN;
    }
    return inner(select.with()).of(select.first());
  }

  private ResultWidth inner(@Nullable With with) {
    ResultWidth inner = new ResultWidth(catalog, new HashMap<>(common), depth + 1);
    if (with != null) {
      for (CommonTable table : with.tables()) {
        int width = table.columns().isEmpty() ? inner.of(table.query()) : table.columns().size();
        inner.common.put(table.name().folded(), width);
      }
    }
    return inner;
  }

  private int of(SelectCore core) {
    return switch (core) {
      case SelectCore.Values values -> values.rows().get(0).size();
      case SelectCore.Query query -> {
        int width = 0;
        for (ResultColumn column : query.columns()) {
          int more =
              switch (column) {
                case ResultColumn.Expression ignored -> 1;
                case ResultColumn.Star ignored -> of(query.from());
                case ResultColumn.TableStar star -> named(query.from(), star);
              };
          if (more == UNKNOWN) {
            yield UNKNOWN;
          }
          width += more;
        }
        yield width;
      }
    };
  }

  private int of(@Nullable TableRef from) {
    return switch (from) {
      case null -> UNKNOWN;
      case TableRef.Named named -> of(named.name());
      case TableRef.Subquery subquery -> of(subquery.query());
      case TableRef.Nested nested -> of(nested.inner());
      case TableRef.TableFunction ignored -> UNKNOWN;
      case TableRef.Join join -> {
        int left = of(join.left());
        int right = of(join.right());
        boolean known = left != UNKNOWN && right != UNKNOWN && !join.operator().natural();
        int shared =
            join.constraint() instanceof JoinConstraint.Using using ? using.columns().size() : 0;
        yield known ? left + right - shared : UNKNOWN;
      }
    };
  }

  private int of(QualifiedName name) {
    Integer known = name.schema() == null ? common.get(name.name().folded()) : null;
    if (known != null) {
      return known;
    }
    Optional<ViewSchema> view = catalog.view(name);
    if (view.isPresent()) {
      CreateView definition = view.get().definition();
      return definition.columns().isEmpty()
          ? new ResultWidth(catalog, new HashMap<>(), depth + 1).of(definition.query())
          : definition.columns().size();
    }
    if (SchemaTable.isSchemaTable(name)) {
      return SCHEMA_COLUMNS;
    }
    return SchemaPragma.isFunction(name.name().folded())
        ? UNKNOWN
        : catalog.table(name).columns().size();
  }

  private int named(@Nullable TableRef from, ResultColumn.TableStar star) {
    return switch (from) {
      case null -> UNKNOWN;
      case TableRef.Named named ->
          named.exposedName().sameAs(star.table()) ? of(named.name()) : UNKNOWN;
      case TableRef.Subquery subquery ->
          subquery.alias() != null && subquery.alias().sameAs(star.table())
              ? of(subquery.query())
              : UNKNOWN;
      case TableRef.Nested nested -> nested.alias() == null ? named(nested.inner(), star) : UNKNOWN;
      case TableRef.TableFunction ignored -> UNKNOWN;
      case TableRef.Join join -> {
        int left = named(join.left(), star);
        yield left == UNKNOWN ? named(join.right(), star) : left;
      }
    };
  }
}
