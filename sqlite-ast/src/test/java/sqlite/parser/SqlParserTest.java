package sqlite.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sqlite.ast.BinaryOperator;
import sqlite.ast.ColumnConstraint;
import sqlite.ast.CreateTable;
import sqlite.ast.Expr;
import sqlite.ast.JoinKind;
import sqlite.ast.Name;
import sqlite.ast.QuoteStyle;
import sqlite.ast.ResultColumn;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.Statement;
import sqlite.ast.TableRef;
import sqlite.ast.walk.TreeQuestions;
import sqlite.token.SourceSpan;

class SqlParserTest {

  private final SqlParser parser = new SqlParser();

  private SelectCore.Query query(String sql) {
    Select select = assertInstanceOf(Select.class, parser.parseStatement(sql));
    return assertInstanceOf(SelectCore.Query.class, select.first());
  }

  private CreateTable table(String sql) {
    return assertInstanceOf(CreateTable.class, parser.parseStatement(sql));
  }

  private List<Integer> indexes(String sql) {
    return TreeQuestions.parametersOf(parser.parseStatement(sql)).stream()
        .map(Expr.Parameter::index)
        .toList();
  }

  @Test
  void scriptsAreSplitIntoTheTextsOfTheirStatements() {
    String script = ";; SELECT 1 ;\n-- note\nINSERT INTO t VALUES (';');/* x */ ; SELECT 2 ";
    List<String> texts =
        parser.parseScript(script).stream().map(s -> s.span().textIn(script)).toList();
    assertEquals(List.of("SELECT 1", "INSERT INTO t VALUES (';')", "SELECT 2"), texts);
    assertEquals(List.of(), parser.parseScript(" -- nothing\n;"));
  }

  @Test
  void triggersKeepTheirSemicolons() {
    String script =
        "CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; SELECT CASE 1 WHEN 1 THEN 2 END; END;"
            + "SELECT 3";
    assertEquals(2, parser.parseScript(script).size());
  }

  @Test
  void statementsBeforeAnErrorCanBeHad() {
    StatementReader reader = new StatementReader("SELECT 1; SELECT ?; SELEC 2");
    assertTrue(reader.next().isPresent());
    Optional<Statement> second = reader.next();
    assertEquals(1, TreeQuestions.parametersOf(second.orElseThrow()).getFirst().index());
    assertThrows(SqlSyntaxException.class, reader::next);
  }

  @Test
  void parametersAreNumberedAsSqliteDoes() {
    assertEquals(List.of(1, 2, 3), indexes("SELECT ?, ?, ?"));
    assertEquals(List.of(5, 6, 7, 1, 8), indexes("SELECT ?5, ?, :a, ?1, ?"));
    assertEquals(List.of(1, 2, 1, 3, 2), indexes("SELECT :a, @a, :a, $a, @a"));
    assertEquals(List.of(1, 2), indexes("SELECT 1 LIMIT ?, ?"));
  }

  @Test
  void doubleQuotedWordsCanBeTold() {
    ResultColumn.Expression column =
        assertInstanceOf(
            ResultColumn.Expression.class, query("SELECT \"a\"\"b\"").columns().getFirst());
    Name name = assertInstanceOf(Expr.ColumnRef.class, column.expr()).column();
    assertEquals("a\"b", name.text());
    assertEquals(QuoteStyle.DOUBLE, name.quote());
    assertTrue(name.mayBeString());
    assertFalse(name.equals(Name.of("a\"b")));
    assertTrue(name.sameAs("A\"B"));
  }

  @Test
  void trueAndFalseAreColumnsThatMayBeValues() {
    assertEquals(Optional.of(true), ((Expr.ColumnRef) parser.parseExpression("TRUE")).asBoolean());
    assertEquals(Optional.empty(), ((Expr.ColumnRef) parser.parseExpression("[true]")).asBoolean());
    assertEquals(Optional.empty(), ((Expr.ColumnRef) parser.parseExpression("t.true")).asBoolean());
  }

  @Test
  void operatorsGroupByPrecedence() {
    Expr.Binary or = (Expr.Binary) parser.parseExpression("a OR b AND c");
    assertEquals(BinaryOperator.OR, or.operator());
    assertEquals(BinaryOperator.AND, ((Expr.Binary) or.right()).operator());
    assertInstanceOf(Expr.Between.class, parser.parseExpression("a BETWEEN 1 AND 2"));
    assertInstanceOf(Expr.NullTest.class, parser.parseExpression("a = b IS NULL"));
  }

  @Test
  void resultColumnsKnowTheTextThatNamesThem() {
    String sql = "SELECT  a+1 , (b)  AS c FROM t";
    List<ResultColumn> columns = query(sql).columns();
    SourceSpan text = ((ResultColumn.Expression) columns.get(0)).text();
    assertEquals("a+1", text.textIn(sql));
    assertEquals("(b)  AS c", columns.get(1).span().textIn(sql));
  }

  @Test
  void joinsAssociateToTheLeft() {
    TableRef.Join join = (TableRef.Join) query("SELECT * FROM a NATURAL LEFT JOIN b, c").from();
    assertEquals(JoinKind.COMMA, Objects.requireNonNull(join).operator().kind());
    assertTrue(((TableRef.Join) join.left()).operator().natural());
  }

  @Test
  void ensemblesTableOptionsMixWithSqlites() {
    for (String sql :
        List.of(
            "CREATE TABLE t(a, b) WITHOUT ROWID, SHARD BY (a, b), STRICT",
            "CREATE TABLE t(a, b) SHARD BY (a, b) STRICT, WITHOUT ROWID",
            "CREATE TABLE t(a, b) STRICT shard by (a, b) WITHOUT ROWID")) {
      CreateTable table = table(sql);
      assertTrue(table.isStrict() && table.isWithoutRowid() && !table.isReference());
      assertEquals(List.of(Name.of("a"), Name.of("b")), table.shardBy().orElseThrow().columns());
    }
    assertTrue(table("CREATE TABLE t(a) reference").isReference());
    assertTrue(table("CREATE TABLE t(a) STRICT, REFERENCE").isStrict());
    assertTrue(table("CREATE TABLE t(shard, reference) REFERENCE").shardBy().isEmpty());
    assertThrows(SqlSyntaxException.class, () -> table("CREATE TABLE t(a) STRICT WITHOUT ROWID"));
    assertThrows(SqlSyntaxException.class, () -> table("CREATE TABLE t(a) SHARD BY ()"));
    assertThrows(SqlSyntaxException.class, () -> table("CREATE TABLE t(a) SHARD (a)"));
  }

  @Test
  void typesAreKeptAsWritten() {
    CreateTable table = table("CREATE TABLE t(a NVARCHAR(160), b DOUBLE  PRECISION, c)");
    var first = table.columns().get(0).type();
    assertEquals("NVARCHAR(160)", first == null ? "" : first.text());
    var second = table.columns().get(1).type();
    assertEquals("DOUBLE  PRECISION", second == null ? "" : second.text());
    assertNull(table.columns().get(2).type());
  }

  @Test
  void generatedAlwaysIsNotPartOfTheType() {
    CreateTable table = table("CREATE TABLE t(a INT GENERATED  ALWAYS AS (1) STORED, b generated)");
    var type = table.columns().get(0).type();
    assertEquals("INT", type == null ? "" : type.text());
    assertInstanceOf(
        ColumnConstraint.Generated.class, table.columns().get(0).constraints().getFirst());
    var word = table.columns().get(1).type();
    assertEquals("generated", word == null ? "" : word.text());
  }

  @Test
  void expressionsCanBeReadAlone() {
    assertEquals(new Expr.IntegerLiteral("1", SourceSpan.NONE), parser.parseExpression(" 1 "));
    assertThrows(SqlSyntaxException.class, () -> parser.parseExpression("1;"));
    assertThrows(SqlSyntaxException.class, () -> parser.parseExpression(""));
  }
}
