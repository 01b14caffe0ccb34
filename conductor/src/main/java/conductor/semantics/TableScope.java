package conductor.semantics;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.util.Map;
import java.util.Optional;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.UnaryOperator;
import sqlite.ast.walk.TreeQuestions;
import sqlite.ast.walk.TreeRewriter;
import sqlite.token.SourceSpan;
import sqlite.value.Affinity;
import sqlite.value.Collation;

/**
 * The names that an expression over one table may use.
 *
 * @param table the table
 * @param exposed the name by which columns refer to it
 */
public record TableScope(TableSchema table, Name exposed) {

  /** The column that a name means, or {@link TableSchema#ROW_ID}; empty when it means none. */
  public Optional<Integer> position(Expr.ColumnRef reference) {
    if (reference.schema() != null && !reference.schema().sameAs("main")) {
      return Optional.empty();
    }
    if (reference.table() != null && !reference.table().sameAs(exposed)) {
      return Optional.empty();
    }
    String column = reference.column().text();
    Optional<Integer> position = table.position(column);
    if (position.isEmpty() && table.isRowIdName(column)) {
      return Optional.of(table.rowIdColumn());
    }
    return position;
  }

  /**
   * The expression in the one form that equal expressions share: columns by their own bare names,
   * aliases replaced by what they stand for, double-quoted words that name nothing as strings.
   *
   * @param aliases result columns by their folded names, which count where no column has the name
   */
  public Expr canonical(Expr expr, Map<String, Expr> aliases) {
    return TreeRewriter.ofExpressions(
            node -> node instanceof Expr.ColumnRef reference ? resolve(reference, aliases) : node)
        .rewrite(expr);
  }

  /** The column at a position as an expression. */
  public Expr column(int position) {
    String name =
        position == TableSchema.ROW_ID
            ? table.rowIdName().orElseThrow()
            : table.columns().get(position).name();
    return new Expr.ColumnRef(null, null, Name.of(name), SourceSpan.NONE);
  }

  /**
   * The collation in which SQLite compares the values of a canonical expression.
   *
   * @see <a href="https://sqlite.org/datatype3.html#assigning_collating_sequences_from_sql">
   *     Assigning collating sequences</a>
   */
  public Collation collation(Expr expr) {
    return switch (expr) {
      case Expr.ColumnRef column -> position(column).map(table::collation).orElse(Collation.BINARY);
      case Expr.Collate collate -> named(collate.collation());
      case Expr.Cast cast -> collation(cast.operand());
      case Expr.Unary unary -> isPlus(unary) ? collation(unary.operand()) : ofOther(expr);
      default -> ofOther(expr);
    };
  }

  private static Collation ofOther(Expr expr) {
    if (containsCollate(expr)) {
      throw SqlException.unsupported(
          "COLLATE within an expression over several nodes", expr.span());
    }
    return Collation.BINARY;
  }

  /** The affinity of a canonical expression; empty for one that has none. */
  public Optional<Affinity> affinity(Expr expr) {
    return switch (expr) {
      case Expr.ColumnRef column -> position(column).map(table::affinity);
      case Expr.Collate collate -> affinity(collate.operand());
      case Expr.Cast cast -> Optional.of(Affinity.ofDeclaredType(cast.type().text()));
      default -> Optional.empty();
    };
  }

  private Expr resolve(Expr.ColumnRef reference, Map<String, Expr> aliases) {
    Optional<Integer> position = position(reference);
    if (position.isPresent()) {
      return at(column(position.get()), reference.span());
    }
    if (reference.table() == null) {
      Expr aliased = aliases.get(reference.column().folded());
      if (aliased != null) {
        return aliased;
      }
      if (reference.asBoolean().isPresent()) {
        return reference;
      }
      if (reference.column().mayBeString()) {
        return new Expr.StringLiteral(reference.column().text(), reference.span());
      }
    }
    throw noSuchColumn(reference);
  }

  private static Expr at(Expr column, SourceSpan span) {
    return column instanceof Expr.ColumnRef reference
        ? new Expr.ColumnRef(null, null, reference.column(), span)
        : column;
  }

  private static SqlException noSuchColumn(Expr.ColumnRef reference) {
    StringBuilder name = new StringBuilder();
    if (reference.schema() != null) {
      name.append(reference.schema().text()).append('.');
    }
    if (reference.table() != null) {
      name.append(reference.table().text()).append('.');
    }
    name.append(reference.column().text());
    return new SqlException(ErrorCode.SQL, "no such column: " + name, reference.span());
  }

  private static boolean isPlus(Expr.Unary unary) {
    return unary.operator() == UnaryOperator.PLUS;
  }

  private static boolean containsCollate(Expr expr) {
    return TreeQuestions.contains(expr, node -> node instanceof Expr.Collate);
  }

  private static Collation named(Name name) {
    return Collation.ofName(name.text())
        .orElseThrow(
            () ->
                new SqlException(
                    ErrorCode.SQL, "no such collation sequence: " + name.text(), name.span()));
  }
}
