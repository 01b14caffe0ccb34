package sqlite.generator;

import java.util.List;
import sqlite.ast.Expr;

/**
 * A statement with parameters in place of its literals.
 *
 * @param sql the statement, all its parameters written {@code ?N}
 * @param firstLiteral the number of the first parameter that stands for a literal; those below it
 *     are the statement's own
 * @param literals the literals in the order of their numbers, a number perhaps with its sign as an
 *     {@link Expr.Unary}
 */
public record NormalizedSql(String sql, int firstLiteral, List<Expr> literals) {
  public NormalizedSql {
    literals = List.copyOf(literals);
  }
}
