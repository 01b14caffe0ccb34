package conductor.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sqlite.ast.Expr;
import sqlite.ast.JoinConstraint;
import sqlite.ast.Name;
import sqlite.ast.ResultColumn;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.TableRef;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;

/**
 * The columns that a statement may mean, of whatever table: those with a name that stands anywhere
 * in it, or all when there is a {@code *}, a NATURAL join or an {@code IN table}.
 */
final class ColumnsUsed {
  private final Set<String> names = new HashSet<>();
  private boolean all;

  private ColumnsUsed() {}

  /** The columns that a query or one of the views that it reads may mean. */
  static ColumnsUsed by(Select select, List<Select> views) {
    ColumnsUsed used = new ColumnsUsed();
    used.addAll(select);
    views.forEach(used::addAll);
    return used;
  }

  private void addAll(Select select) {
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Expr expr) {
                ColumnsUsed.this.add(expr);
                return true;
              }

              @Override
              public boolean enter(Select query) {
                ColumnsUsed.this.add(query.first());
                query.rest().forEach(term -> ColumnsUsed.this.add(term.core()));
                return true;
              }

              @Override
              public boolean enter(TableRef table) {
                if (table instanceof TableRef.Join join) {
                  ColumnsUsed.this.add(join);
                }
                return true;
              }
            })
        .walk(select);
  }

  /** Whether the statement may mean a column of this name. */
  boolean mayMean(String column) {
    return all || names.contains(Name.of(column).folded());
  }

  private void add(Expr expr) {
    if (expr instanceof Expr.ColumnRef column) {
      names.add(column.column().folded());
    } else if (expr instanceof Expr.InTable) {
      all = true;
    }
  }

  private void add(SelectCore core) {
    if (core instanceof SelectCore.Query query) {
      all |=
          query.columns().stream().anyMatch(column -> !(column instanceof ResultColumn.Expression));
    }
  }

  private void add(TableRef.Join join) {
    all |= join.operator().natural();
    if (join.constraint() instanceof JoinConstraint.Using using) {
      using.columns().forEach(column -> names.add(column.folded()));
    }
  }
}
