package sqlite.ast.walk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.AlterAction;
import sqlite.ast.AlterTable;
import sqlite.ast.Assignment;
import sqlite.ast.ColumnConstraint;
import sqlite.ast.ColumnDefinition;
import sqlite.ast.CommonTable;
import sqlite.ast.CompoundTerm;
import sqlite.ast.CreateIndex;
import sqlite.ast.CreateTable;
import sqlite.ast.CreateTableAs;
import sqlite.ast.CreateTrigger;
import sqlite.ast.CreateView;
import sqlite.ast.CreateVirtualTable;
import sqlite.ast.DefaultValue;
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
import sqlite.ast.TableConstraint;
import sqlite.ast.TableRef;
import sqlite.ast.Transaction;
import sqlite.ast.Update;
import sqlite.ast.Upsert;
import sqlite.ast.UpsertAction;
import sqlite.ast.WindowDefinition;
import sqlite.ast.With;

/** Takes a {@link TreeVisitor} through a tree, in the order in which SQL writes its parts. */
public final class TreeWalker {

  private final TreeVisitor visitor;
  private final ExprWalker exprs;

  public TreeWalker(TreeVisitor visitor) {
    this.visitor = visitor;
    this.exprs = new ExprWalker(this, visitor);
  }

  /** Visits all of a statement. */
  public void walk(Statement statement) {
    switch (statement) {
      case Select s -> walk(s);
      case Insert s -> walkInsert(s);
      case Update s -> walkUpdate(s);
      case Delete s -> walkDelete(s);
      case CreateTable s -> walkCreateTable(s);
      case CreateTableAs s -> walk(s.query());
      case CreateIndex s -> {
        walkTerms(s.columns());
        walkOptional(s.where());
      }
      case CreateView s -> walk(s.query());
      case CreateTrigger s -> {
        walkOptional(s.when());
        s.body().forEach(this::walk);
      }
      case CreateVirtualTable s -> {}
      case Drop s -> {}
      case AlterTable s -> walkAlter(s.action());
      case Pragma s -> {}
      case Explain s -> walk(s.statement());
      case Transaction s -> {}
      case Maintenance s -> walkMaintenance(s);
    }
  }

  /** Visits an expression and what is in it, subqueries included. */
  public void walk(Expr expr) {
    exprs.walk(expr);
  }

  /** Visits a query. */
  public void walk(Select select) {
    if (!visitor.enter(select)) {
      return;
    }
    walkWith(select.with());
    walkCore(select.first());
    for (CompoundTerm term : select.rest()) {
      walkCore(term.core());
    }
    walkTerms(select.orderBy());
    walkLimit(select.limit());
    visitor.leave(select);
  }

  /** Visits a FROM clause. */
  public void walk(TableRef table) {
    if (!visitor.enter(table)) {
      return;
    }
    switch (table) {
      case TableRef.Named t -> {}
      case TableRef.TableFunction t -> walkAll(t.arguments());
      case TableRef.Subquery t -> walk(t.query());
      case TableRef.Nested t -> walk(t.inner());
      case TableRef.Join t -> {
        walk(t.left());
        walk(t.right());
        if (t.constraint() instanceof JoinConstraint.On on) {
          walk(on.condition());
        }
      }
    }
  }

  void walkAll(List<Expr> list) {
    for (Expr expr : list) {
      walk(expr);
    }
  }

  void walkOptional(@Nullable Expr expr) {
    if (expr != null) {
      walk(expr);
    }
  }

  void walkTerms(List<OrderingTerm> terms) {
    for (OrderingTerm term : terms) {
      walk(term.expr());
    }
  }

  private void walkWith(@Nullable With with) {
    if (with != null) {
      visitor.enter(with);
      for (CommonTable table : with.tables()) {
        walk(table.query());
      }
    }
  }

  private void walkCore(SelectCore core) {
    switch (core) {
      case SelectCore.Values values -> values.rows().forEach(this::walkAll);
      case SelectCore.Query query -> {
        walkColumns(query.columns());
        walkFrom(query.from());
        walkOptional(query.where());
        walkAll(query.groupBy());
        walkOptional(query.having());
        for (WindowDefinition definition : query.windows()) {
          exprs.walkWindow(definition.window());
        }
      }
    }
  }

  private void walkFrom(@Nullable TableRef from) {
    if (from != null) {
      walk(from);
    }
  }

  private void walkColumns(List<ResultColumn> columns) {
    for (ResultColumn column : columns) {
      if (column instanceof ResultColumn.Expression item) {
        walk(item.expr());
      }
    }
  }

  private void walkLimit(@Nullable Limit limit) {
    if (limit == null) {
      return;
    }
    if (limit.offsetFirst()) {
      walkOptional(limit.offset());
      walk(limit.limit());
    } else {
      walk(limit.limit());
      walkOptional(limit.offset());
    }
  }

  private void walkInsert(Insert insert) {
    walkWith(insert.with());
    if (insert.source() instanceof InsertSource.Rows rows) {
      walk(rows.query());
    }
    for (Upsert upsert : insert.upserts()) {
      walkTerms(upsert.target());
      walkOptional(upsert.targetWhere());
      if (upsert.action() instanceof UpsertAction.Update update) {
        walkAssignments(update.assignments());
        walkOptional(update.where());
      }
    }
    walkColumns(insert.returning());
  }

  private void walkUpdate(Update update) {
    walkWith(update.with());
    walkAssignments(update.assignments());
    walkFrom(update.from());
    walkOptional(update.where());
    walkColumns(update.returning());
    walkTerms(update.orderBy());
    walkLimit(update.limit());
  }

  private void walkDelete(Delete delete) {
    walkWith(delete.with());
    walkOptional(delete.where());
    walkColumns(delete.returning());
    walkTerms(delete.orderBy());
    walkLimit(delete.limit());
  }

  private void walkAssignments(List<Assignment> assignments) {
    for (Assignment assignment : assignments) {
      walk(assignment.value());
    }
  }

  private void walkCreateTable(CreateTable table) {
    for (ColumnDefinition column : table.columns()) {
      walkColumn(column);
    }
    for (TableConstraint constraint : table.constraints()) {
      switch (constraint) {
        case TableConstraint.PrimaryKey c -> walkTerms(c.columns());
        case TableConstraint.Unique c -> walkTerms(c.columns());
        case TableConstraint.Check c -> walk(c.condition());
        case TableConstraint.ForeignKey c -> {}
        case TableConstraint.NameOnly c -> {}
      }
    }
  }

  private void walkColumn(ColumnDefinition column) {
    for (ColumnConstraint constraint : column.constraints()) {
      switch (constraint) {
        case ColumnConstraint.Check c -> walk(c.condition());
        case ColumnConstraint.Generated c -> walk(c.expr());
        case ColumnConstraint.Default c -> walkDefault(c.value());
        case ColumnConstraint.PrimaryKey c -> {}
        case ColumnConstraint.NotNull c -> {}
        case ColumnConstraint.Null c -> {}
        case ColumnConstraint.Unique c -> {}
        case ColumnConstraint.Collate c -> {}
        case ColumnConstraint.References c -> {}
        case ColumnConstraint.Deferrable c -> {}
        case ColumnConstraint.NameOnly c -> {}
      }
    }
  }

  private void walkDefault(DefaultValue value) {
    switch (value) {
      case DefaultValue.Parenthesized p -> walk(p.expr());
      case DefaultValue.Literal l -> walk(l.literal());
      case DefaultValue.Word w -> {}
    }
  }

  private void walkAlter(AlterAction action) {
    switch (action) {
      case AlterAction.AddColumn a -> walkColumn(a.column());
      case AlterAction.AddCheck a -> walk(a.condition());
      case AlterAction.RenameTable a -> {}
      case AlterAction.RenameColumn a -> {}
      case AlterAction.DropColumn a -> {}
      case AlterAction.DropConstraint a -> {}
      case AlterAction.SetNotNull a -> {}
      case AlterAction.DropNotNull a -> {}
    }
  }

  private void walkMaintenance(Maintenance maintenance) {
    switch (maintenance) {
      case Maintenance.Attach m -> {
        walk(m.file());
        walk(m.schema());
        walkOptional(m.key());
      }
      case Maintenance.Detach m -> walk(m.schema());
      case Maintenance.Vacuum m -> walkOptional(m.into());
      case Maintenance.Analyze m -> {}
      case Maintenance.Reindex m -> {}
    }
  }
}
