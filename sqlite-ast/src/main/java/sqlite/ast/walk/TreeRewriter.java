package sqlite.ast.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sqlite.ast.AlterTable;
import sqlite.ast.Assignment;
import sqlite.ast.CommonTable;
import sqlite.ast.CompoundTerm;
import sqlite.ast.CreateIndex;
import sqlite.ast.CreateTable;
import sqlite.ast.CreateTableAs;
import sqlite.ast.CreateTrigger;
import sqlite.ast.CreateView;
import sqlite.ast.CreateVirtualTable;
import sqlite.ast.Delete;
import sqlite.ast.Drop;
import sqlite.ast.Explain;
import sqlite.ast.Expr;
import sqlite.ast.Insert;
import sqlite.ast.InsertSource;
import sqlite.ast.JoinConstraint;
import sqlite.ast.Limit;
import sqlite.ast.Maintenance;
import sqlite.ast.OrderingTerm;
import sqlite.ast.Pragma;
import sqlite.ast.ResultColumn;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.Statement;
import sqlite.ast.TableRef;
import sqlite.ast.Transaction;
import sqlite.ast.Update;
import sqlite.ast.Upsert;
import sqlite.ast.UpsertAction;
import sqlite.ast.WindowDefinition;
import sqlite.ast.With;

/**
 * Rebuilds trees from the leaves up. A subclass replaces nodes by overriding the {@code after}
 * methods, which get each node with its children already replaced. Queries within expressions are
 * rewritten too; the statements of triggers and the expressions of table and index definitions are
 * left as they are.
 */
public class TreeRewriter {

  /** A rewriter that replaces expressions only. */
  public static TreeRewriter ofExpressions(UnaryOperator<Expr> replacement) {
    return new TreeRewriter() {
      @Override
      protected Expr after(Expr expr) {
        return replacement.apply(expr);
      }
    };
  }

  /** What to put in place of {@code expr}; itself unless overridden. */
  protected Expr after(Expr expr) {
    return expr;
  }

  /** What to put in place of {@code select}; itself unless overridden. */
  protected Select after(Select select) {
    return select;
  }

  /** What to put in place of {@code table}; itself unless overridden. */
  protected TableRef after(TableRef table) {
    return table;
  }

  /** The statement with everything in it replaced. */
  public final Statement rewrite(Statement statement) {
    return switch (statement) {
      case Select s -> rewrite(s);
      case Insert s -> rewriteInsert(s);
      case Update s -> rewriteUpdate(s);
      case Delete s -> rewriteDelete(s);
      case CreateTableAs s ->
          new CreateTableAs(s.temporary(), s.ifNotExists(), s.name(), rewrite(s.query()), s.span());
      case CreateView s ->
          new CreateView(
              s.temporary(), s.ifNotExists(), s.name(), s.columns(), rewrite(s.query()), s.span());
      case Explain s -> new Explain(s.queryPlan(), rewrite(s.statement()), s.span());
      case CreateTable s -> s;
      case CreateIndex s -> s;
      case CreateTrigger s -> s;
      case CreateVirtualTable s -> s;
      case Drop s -> s;
      case AlterTable s -> s;
      case Pragma s -> s;
      case Transaction s -> s;
      case Maintenance s -> s;
    };
  }

  /** The expression with everything in it, and then itself, replaced. */
  public final Expr rewrite(Expr expr) {
    return after(exprs().rewriteChildren(expr));
  }

  /** The query with everything in it, and then itself, replaced. */
  public final Select rewrite(Select select) {
    With with = rewriteWith(select.with());
    SelectCore first = rewriteCore(select.first());
    List<CompoundTerm> rest =
        each(
            select.rest(),
            term -> new CompoundTerm(term.operator(), rewriteCore(term.core()), term.span()));
    List<OrderingTerm> orderBy = rewriteTerms(select.orderBy());
    Limit limit = rewriteLimit(select.limit());
    return after(new Select(with, first, rest, orderBy, limit, select.span()));
  }

  /** The FROM clause with everything in it, and then itself, replaced. */
  public final TableRef rewrite(TableRef table) {
    return after(
        switch (table) {
          case TableRef.Named t -> t;
          case TableRef.TableFunction t ->
              new TableRef.TableFunction(t.name(), rewriteAll(t.arguments()), t.alias(), t.span());
          case TableRef.Subquery t ->
              new TableRef.Subquery(rewrite(t.query()), t.alias(), t.span());
          case TableRef.Nested t -> new TableRef.Nested(rewrite(t.inner()), t.alias(), t.span());
          case TableRef.Join t ->
              new TableRef.Join(
                  rewrite(t.left()),
                  t.operator(),
                  rewrite(t.right()),
                  rewriteConstraint(t.constraint()),
                  t.span());
        });
  }

  private @Nullable JoinConstraint rewriteConstraint(@Nullable JoinConstraint constraint) {
    return constraint instanceof JoinConstraint.On on
        ? new JoinConstraint.On(rewrite(on.condition()), on.span())
        : constraint;
  }

  private ExprRewriter exprs() {
    return new ExprRewriter(this);
  }

  final List<Expr> rewriteAll(List<Expr> list) {
    return each(list, this::rewrite);
  }

  final @Nullable Expr rewriteOptional(@Nullable Expr expr) {
    return expr == null ? null : rewrite(expr);
  }

  final List<OrderingTerm> rewriteTerms(List<OrderingTerm> terms) {
    return each(
        terms,
        term ->
            new OrderingTerm(rewrite(term.expr()), term.direction(), term.nulls(), term.span()));
  }

  private static <T> List<T> each(List<T> list, UnaryOperator<T> replacement) {
    List<T> replaced = new ArrayList<>(list.size());
    for (T item : list) {
      replaced.add(replacement.apply(item));
    }
    return replaced;
  }

  private @Nullable With rewriteWith(@Nullable With with) {
    if (with == null) {
      return null;
    }
    List<CommonTable> tables =
        each(
            with.tables(),
            table ->
                new CommonTable(
                    table.name(),
                    table.columns(),
                    table.materialization(),
                    rewrite(table.query()),
                    table.span()));
    return new With(with.recursive(), tables, with.span());
  }

  private SelectCore rewriteCore(SelectCore core) {
    return switch (core) {
      case SelectCore.Values values ->
          new SelectCore.Values(each(values.rows(), this::rewriteAll), values.span());
      case SelectCore.Query query ->
          new SelectCore.Query(
              query.quantifier(),
              rewriteColumns(query.columns()),
              query.from() == null ? null : rewrite(query.from()),
              rewriteOptional(query.where()),
              rewriteAll(query.groupBy()),
              rewriteOptional(query.having()),
              each(query.windows(), this::rewriteWindow),
              query.span());
    };
  }

  private WindowDefinition rewriteWindow(WindowDefinition definition) {
    return new WindowDefinition(
        definition.name(), exprs().rewriteWindow(definition.window()), definition.span());
  }

  private List<ResultColumn> rewriteColumns(List<ResultColumn> columns) {
    return each(
        columns,
        column ->
            column instanceof ResultColumn.Expression item
                ? new ResultColumn.Expression(
                    rewrite(item.expr()), item.alias(), item.text(), item.span())
                : column);
  }

  private @Nullable Limit rewriteLimit(@Nullable Limit limit) {
    return limit == null
        ? null
        : new Limit(
            rewrite(limit.limit()),
            rewriteOptional(limit.offset()),
            limit.offsetFirst(),
            limit.span());
  }

  private Statement rewriteInsert(Insert insert) {
    InsertSource source =
        insert.source() instanceof InsertSource.Rows rows
            ? new InsertSource.Rows(rewrite(rows.query()))
            : insert.source();
    return new Insert(
        rewriteWith(insert.with()),
        insert.orAction(),
        insert.table(),
        insert.alias(),
        insert.columns(),
        source,
        each(insert.upserts(), this::rewriteUpsert),
        rewriteColumns(insert.returning()),
        insert.span());
  }

  private Upsert rewriteUpsert(Upsert upsert) {
    UpsertAction action =
        upsert.action() instanceof UpsertAction.Update update
            ? new UpsertAction.Update(
                rewriteAssignments(update.assignments()),
                rewriteOptional(update.where()),
                update.span())
            : upsert.action();
    return new Upsert(
        rewriteTerms(upsert.target()),
        rewriteOptional(upsert.targetWhere()),
        action,
        upsert.span());
  }

  private List<Assignment> rewriteAssignments(List<Assignment> assignments) {
    return each(
        assignments,
        a -> new Assignment(a.columns(), a.parenthesized(), rewrite(a.value()), a.span()));
  }

  private Statement rewriteUpdate(Update update) {
    return new Update(
        rewriteWith(update.with()),
        update.orAction(),
        update.table(),
        update.alias(),
        update.hint(),
        rewriteAssignments(update.assignments()),
        update.from() == null ? null : rewrite(update.from()),
        rewriteOptional(update.where()),
        rewriteColumns(update.returning()),
        rewriteTerms(update.orderBy()),
        rewriteLimit(update.limit()),
        update.span());
  }

  private Statement rewriteDelete(Delete delete) {
    return new Delete(
        rewriteWith(delete.with()),
        delete.table(),
        delete.alias(),
        delete.hint(),
        rewriteOptional(delete.where()),
        rewriteColumns(delete.returning()),
        rewriteTerms(delete.orderBy()),
        rewriteLimit(delete.limit()),
        delete.span());
  }
}
