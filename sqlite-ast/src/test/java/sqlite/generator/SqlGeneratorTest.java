package sqlite.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sqlite.ast.BinaryOperator;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.UnaryOperator;
import sqlite.parser.SqlParser;
import sqlite.token.SourceSpan;

class SqlGeneratorTest {

  private final SqlParser parser = new SqlParser();
  private final SqlGenerator generator = new SqlGenerator();

  private void assertPrints(String expected, String sql) {
    assertEquals(expected, generator.print(parser.parseExpression(sql)));
  }

  @Test
  void parenthesesStandOnlyWhereTheyAreNeeded() {
    assertPrints("(a = 1 OR b = 2) AND c = 3", "((a = 1) OR (b = 2)) AND (c = 3)");
    assertPrints("a = 1 OR b = 2 AND c = 3", "a = 1 OR (b = 2 AND c = 3)");
    assertPrints("a - (b - c)", "a - (b - c)");
    assertPrints("a - b - c", "((a - b) - c)");
    assertPrints("NOT (a AND b)", "NOT (a AND b)");
    assertPrints("NOT a = b", "NOT (a = b)");
    assertPrints("(NOT a) = b", "(NOT a) = b");
    assertPrints("1 * (NOT 2) + 3", "1 * (NOT 2) + 3");
    assertPrints("(a IS NULL) + 1", "(a ISNULL) + 1");
  }

  @Test
  void twoMinusesAreNoComment() {
    assertPrints("- -5", "-(-5)");
    assertPrints("- - -a", "-(-(-a))");
    assertPrints("a - -5", "a - -5");
    assertPrints("-+-a", "-+-a");
    assertPrints("-(-a || b)", "-((-a) || b)");
  }

  @Test
  void stringsAndNamesKeepTheirCharacters() {
    assertPrints("'it''s -- /* ; '", "'it''s -- /* ; '");
    assertPrints("\"it\"\"s\"", "\"it\"\"s\"");
    assertPrints("`a b`.`select`.c", "[a b].'select'.`c`");
    assertPrints("`a``b`", "[a`b]");
    assertPrints("`true` = true", "[true] = true");
    assertEquals("``", SqlGenerator.print(Name.of("")));
    assertEquals("`1a`", SqlGenerator.print(Name.of("1a")));
    assertEquals("é$1", SqlGenerator.print(Name.of("é$1")));
    assertEquals("'it''s'", SqlGenerator.stringLiteral("it's"));
  }

  @Test
  void ensemblesTableOptionsArePrintedOnlyOnRequest() {
    var table = parser.parseStatement("CREATE TABLE t (a, b) STRICT, SHARD BY (a), WITHOUT ROWID");
    assertEquals("CREATE TABLE t (a, b) STRICT, WITHOUT ROWID", generator.print(table));
    assertEquals(
        "CREATE TABLE t (a, b) STRICT, SHARD BY (a), WITHOUT ROWID",
        new SqlGenerator(ExprPrinter.NONE, true).print(table));
    var reference = parser.parseStatement("CREATE TABLE t(a) REFERENCE");
    assertEquals("CREATE TABLE t (a)", generator.print(reference));
  }

  @Test
  void theCallerMayPrintExpressionsHimself() {
    SqlGenerator casting =
        new SqlGenerator(
            (expr, output) -> {
              if (expr instanceof Expr.Parameter parameter) {
                output.append("+CAST(?").append(String.valueOf(parameter.index()));
                output.append(" AS INTEGER)");
                return true;
              }
              if (expr instanceof Expr.StringLiteral literal) {
                output.append("f(").string(literal.value()).append(", ");
                output.name(Name.of("select")).append(")");
                return true;
              }
              return false;
            },
            false);
    var statement = parser.parseStatement("SELECT -?, a FROM t WHERE (a = :b OR c) AND d IN ('x')");
    assertEquals(
        "SELECT -+CAST(?1 AS INTEGER), a FROM t WHERE (a = +CAST(?2 AS INTEGER) OR c)"
            + " AND d IN (f('x', `select`))",
        casting.print(statement));
  }

  @Test
  void treesThatWereNotParsedGetTheirParentheses() {
    Expr a = new Expr.ColumnRef(null, null, Name.of("a"), SourceSpan.NONE);
    Expr or = new Expr.Binary(BinaryOperator.OR, a, a, SourceSpan.NONE);
    Expr and = new Expr.Binary(BinaryOperator.AND, or, or, SourceSpan.NONE);
    assertEquals("(a OR a) AND (a OR a)", generator.print(and));
    Expr not = new Expr.Unary(UnaryOperator.NOT, and, SourceSpan.NONE);
    Expr between = new Expr.Between(not, or, and, true, SourceSpan.NONE);
    assertEquals(between, parser.parseExpression(generator.print(between)));
    assertEquals("max(a, a)", generator.print(Expr.FunctionCall.of("max", List.of(a, a))));
  }
}
