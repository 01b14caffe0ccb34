package sqlite.generator;

import java.util.IdentityHashMap;
import java.util.List;
import sqlite.ast.Delete;
import sqlite.ast.Explain;
import sqlite.ast.Expr;
import sqlite.ast.IndexHint;
import sqlite.ast.Insert;
import sqlite.ast.OrderingTerm;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.Statement;
import sqlite.ast.TableRef;
import sqlite.ast.Update;
import sqlite.ast.Upsert;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;

/**
 * The literals of a statement that SQLite must see as it compiles:
 *
 * <ul>
 *   <li>a number that is the whole term of an ORDER BY or GROUP BY, for it counts columns;
 *   <li>what stands in the target of an upsert, which must match an index;
 *   <li>all, when an INDEXED BY demands an index that may be a partial one;
 *   <li>the probability in {@code likelihood(x, probability)}.
 * </ul>
 *
 * Other terms of ORDER BY and GROUP BY must match expressions elsewhere in the statement; where
 * there are such, equal literals become one parameter.
 *
 * @see <a href="https://sqlite.org/lang_select.html#orderby">The ORDER BY clause</a>
 */
final class KeptLiterals implements TreeVisitor {

  private final IdentityHashMap<Expr, Boolean> kept = new IdentityHashMap<>();
  private boolean all;
  private boolean sameForEqual;

  private KeptLiterals() {}

  static KeptLiterals of(Statement statement) {
    KeptLiterals literals = new KeptLiterals();
    new TreeWalker(literals).walk(statement);
    literals.readOwnClauses(statement instanceof Explain explain ? explain.statement() : statement);
    return literals;
  }

  /** True if the literal, this very node, must stay. */
  boolean contains(Expr literal) {
    return all || kept.containsKey(literal);
  }

  /** True if equal literals must become equal parameters. */
  boolean sameForEqual() {
    return sameForEqual;
  }

  /** The clauses of a query are seen on the walk. */
  private void readOwnClauses(Statement statement) {
    if (statement instanceof Insert insert) {
      insert.upserts().forEach(this::keepTarget);
    } else if (statement instanceof Update update) {
      readHint(update.hint() instanceof IndexHint.IndexedBy);
      readTerms(update.orderBy());
    } else if (statement instanceof Delete delete) {
      readHint(delete.hint() instanceof IndexHint.IndexedBy);
      readTerms(delete.orderBy());
    }
  }

  private void keepTarget(Upsert upsert) {
    for (OrderingTerm term : upsert.target()) {
      keepWithin(term.expr());
    }
    if (upsert.targetWhere() != null) {
      keepWithin(upsert.targetWhere());
    }
  }

  private void keepWithin(Expr expr) {
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Expr inner) {
                kept.put(inner, true);
                return true;
              }
            })
        .walk(expr);
  }

  private void readHint(boolean demandsIndex) {
    all |= demandsIndex;
  }

  @Override
  public boolean enter(TableRef table) {
    if (table instanceof TableRef.Named named) {
      readHint(named.hint() instanceof IndexHint.IndexedBy);
    }
    return true;
  }

  @Override
  public boolean enter(Select select) {
    readTerms(select.orderBy());
    readGroups(select.first());
    select.rest().forEach(term -> readGroups(term.core()));
    return true;
  }

  @Override
  public boolean enter(Expr expr) {
    if (expr instanceof Expr.FunctionCall call
        && call.name().sameAs("likelihood")
        && call.arguments().size() == 2) {
      kept.put(call.arguments().get(1), true);
    }
    return true;
  }

  private void readGroups(SelectCore core) {
    if (core instanceof SelectCore.Query query) {
      query.groupBy().forEach(this::readTerm);
    }
  }

  private void readTerms(List<OrderingTerm> terms) {
    for (OrderingTerm term : terms) {
      readTerm(term.expr());
    }
  }

  private void readTerm(Expr term) {
    Expr core = term;
    while (core instanceof Expr.Collate || core instanceof Expr.Unary) {
      kept.put(core, true);
      core = core instanceof Expr.Collate collate ? collate.operand() : operandOf(core);
    }
    kept.put(core, true);
    sameForEqual |= !(core instanceof Expr.ColumnRef) && !SqlNormalizer.isLiteral(core);
  }

  private static Expr operandOf(Expr expr) {
    return expr instanceof Expr.Unary unary ? unary.operand() : expr;
  }
}
