package sqlite.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.CommonTable;
import sqlite.ast.CompoundTerm;
import sqlite.ast.Expr;
import sqlite.ast.IndexHint;
import sqlite.ast.JoinConstraint;
import sqlite.ast.JoinKind;
import sqlite.ast.JoinOperator;
import sqlite.ast.Limit;
import sqlite.ast.Name;
import sqlite.ast.ResultColumn;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.TableRef;
import sqlite.ast.With;

/** Prints queries and FROM clauses. */
final class SelectWriter {

  private final SqlWriter out;

  SelectWriter(SqlWriter out) {
    this.out = out;
  }

  void print(Select select) {
    printWith(select.with());
    printCore(select.first());
    for (CompoundTerm term : select.rest()) {
      out.append(" ").words(term.operator()).append(" ");
      printCore(term.core());
    }
    out.orderBy(select.orderBy());
    printLimit(select.limit());
  }

  void printWith(@Nullable With with) {
    if (with == null) {
      return;
    }
    out.append(with.recursive() ? "WITH RECURSIVE " : "WITH ");
    String separator = "";
    for (CommonTable table : with.tables()) {
      out.append(separator).name(table.name()).optionalNames(table.columns()).append(" AS ");
      switch (table.materialization()) {
        case UNSPECIFIED -> {}
        case MATERIALIZED, NOT_MATERIALIZED -> out.words(table.materialization()).append(" ");
      }
      out.append("(");
      print(table.query());
      out.append(")");
      separator = ", ";
    }
    out.append(" ");
  }

  private void printCore(SelectCore core) {
    switch (core) {
      case SelectCore.Query query -> printQuery(query);
      case SelectCore.Values values -> printValues(values);
    }
  }

  private void printQuery(SelectCore.Query query) {
    out.append("SELECT ");
    out.functions.printQuantifier(query.quantifier());
    printResultColumns(query.columns());
    if (query.from() != null) {
      out.append(" FROM ");
      printTable(query.from());
    }
    out.clause("WHERE", query.where());
    if (!query.groupBy().isEmpty()) {
      out.append(" GROUP BY ").exprs(query.groupBy());
    }
    out.clause("HAVING", query.having());
    out.functions.printDefinitions(query.windows());
  }

  private void printValues(SelectCore.Values values) {
    String separator = "VALUES (";
    for (List<Expr> row : values.rows()) {
      out.append(separator).exprs(row).append(")");
      separator = ", (";
    }
  }

  void printResultColumns(List<ResultColumn> columns) {
    String separator = "";
    for (ResultColumn column : columns) {
      out.append(separator);
      switch (column) {
        case ResultColumn.Star star -> out.append("*");
        case ResultColumn.TableStar star -> out.name(star.table()).append(".*");
        case ResultColumn.Expression item -> {
          out.expr(item.expr());
          printAlias(item.alias());
        }
      }
      separator = ", ";
    }
  }

  void printAlias(@Nullable Name alias) {
    if (alias != null) {
      out.append(" AS ").name(alias);
    }
  }

  void printLimit(@Nullable Limit limit) {
    if (limit == null) {
      return;
    }
    out.append(" LIMIT ");
    if (limit.offset() == null) {
      out.expr(limit.limit());
    } else if (limit.offsetFirst()) {
      out.expr(limit.offset()).append(", ").expr(limit.limit());
    } else {
      out.expr(limit.limit()).append(" OFFSET ").expr(limit.offset());
    }
  }

  void printTable(TableRef table) {
    switch (table) {
      case TableRef.Named named -> {
        out.qualified(named.name());
        printAlias(named.alias());
        printHint(named.hint());
      }
      case TableRef.TableFunction function -> {
        out.qualified(function.name()).append("(").exprs(function.arguments()).append(")");
        printAlias(function.alias());
      }
      case TableRef.Subquery subquery -> {
        out.append("(");
        print(subquery.query());
        out.append(")");
        printAlias(subquery.alias());
      }
      case TableRef.Nested nested -> {
        out.append("(");
        printTable(nested.inner());
        out.append(")");
        printAlias(nested.alias());
      }
      case TableRef.Join join -> printJoin(join);
    }
  }

  private void printJoin(TableRef.Join join) {
    printTable(join.left());
    printOperator(join.operator());
    printTable(join.right());
    switch (join.constraint()) {
      case null -> {}
      case JoinConstraint.On on -> out.clause("ON", on.condition());
      case JoinConstraint.Using using -> out.append(" USING (").names(using.columns()).append(")");
    }
  }

  private void printOperator(JoinOperator operator) {
    if (operator.kind() == JoinKind.COMMA) {
      out.append(", ");
      return;
    }
    out.append(operator.natural() ? " NATURAL" : "");
    switch (operator.kind()) {
      case COMMA, INNER -> {}
      case CROSS, LEFT, RIGHT, FULL -> out.append(" ").words(operator.kind());
    }
    out.append(" JOIN ");
  }

  void printHint(@Nullable IndexHint hint) {
    switch (hint) {
      case null -> {}
      case IndexHint.IndexedBy indexed -> out.append(" INDEXED BY ").name(indexed.index());
      case IndexHint.NotIndexed not -> out.append(" NOT INDEXED");
    }
  }
}
