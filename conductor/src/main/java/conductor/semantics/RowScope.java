package conductor.semantics;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.UnaryOperator;
import sqlite.ast.walk.TreeQuestions;
import sqlite.ast.walk.TreeRewriter;
import sqlite.token.SourceSpan;
import sqlite.value.Affinity;
import sqlite.value.Collation;

/** The names that an expression over the rows of one table, or of tables joined, may use. */
public interface RowScope {
  /**
   * A column that a name means.
   *
   * @param position its place in the table, or {@link TableSchema#ROW_ID}
   * @param qualifier what stands before its name in canonical form; null where that is not needed
   */
  record Found(TableSchema table, int position, @Nullable Name qualifier) {
    /** The column in canonical form. */
    public Expr.ColumnRef expr() {
      String name =
          position == TableSchema.ROW_ID
              ? table.rowIdName().orElseThrow()
              : table.columns().get(position).name();
      return new Expr.ColumnRef(null, qualifier, Name.of(name), SourceSpan.NONE);
    }

    Affinity affinity() {
      return table.affinity(position);
    }

    Collation collation() {
      return table.collation(position);
    }
  }

  /** The column that a name means, if it means one. */
  Optional<Found> find(Expr.ColumnRef reference);

  /** The columns of {@code *}, in order. */
  List<Found> all();

  /** The columns of {@code name.*}, in order; an error where there is no such table. */
  List<Found> allOf(Name name);

  /** The columns in whose order SQLite stores the rows; empty where that says nothing. */
  List<Found> storageOrder();

  /**
   * The expression in the one form that equal expressions share: columns by their own bare names,
   * aliases replaced by what they stand for, double-quoted words that name nothing as strings.
   *
   * @param aliases result columns by their folded names, which count where no column has the name
   */
  default Expr canonical(Expr expr, Map<String, Expr> aliases) {
    return TreeRewriter.ofExpressions(
            node -> node instanceof Expr.ColumnRef reference ? resolve(reference, aliases) : node)
        .rewrite(expr);
  }

  /**
   * The collation in which SQLite compares the values of a canonical expression.
   *
   * @see <a href="https://sqlite.org/datatype3.html#assigning_collating_sequences_from_sql">
   *     Assigning collating sequences</a>
   */
  default Collation collation(Expr expr) {
    return switch (expr) {
      case Expr.ColumnRef column -> find(column).map(Found::collation).orElse(Collation.BINARY);
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
  default Optional<Affinity> affinity(Expr expr) {
    return switch (expr) {
      case Expr.ColumnRef column -> find(column).map(Found::affinity);
      case Expr.Collate collate -> affinity(collate.operand());
      case Expr.Cast cast -> Optional.of(Affinity.ofDeclaredType(cast.type().text()));
      default -> Optional.empty();
    };
  }

  /** Whether a canonical expression holds nothing but INTEGERs and NULLs, as a column may. */
  default boolean integersOnly(Expr expr) {
    return expr instanceof Expr.ColumnRef column
        && find(column).map(found -> found.table().integersOnly(found.position())).orElse(false);
  }

  /** The error for a name that means nothing here. */
  SqlException unknown(Expr.ColumnRef reference);

  private Expr resolve(Expr.ColumnRef reference, Map<String, Expr> aliases) {
    Optional<Found> found = find(reference);
    if (found.isPresent()) {
      Expr.ColumnRef column = found.get().expr();
      return new Expr.ColumnRef(null, column.table(), column.column(), reference.span());
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
    throw unknown(reference);
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
