package sqlite.ast.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sqlite.ast.Expr;
import sqlite.generator.SqlGenerator;
import sqlite.parser.SqlParser;

class TreeQuestionsTest {

  private final SqlParser parser = new SqlParser();

  private List<String> tables(String sql) {
    return TreeQuestions.tablesRead(parser.parseStatement(sql)).stream()
        .map(name -> name.schema() == null ? name.name().text() : name.schema() + "." + name.name())
        .toList();
  }

  private List<String> aggregates(String sql) {
    return TreeQuestions.aggregateCallsIn(parser.parseExpression(sql)).stream()
        .map(call -> new SqlGenerator().print(call))
        .toList();
  }

  @Test
  void parametersComeInTheOrderOfTheText() {
    String sql =
        "WITH q AS (SELECT ?) SELECT ?, (SELECT ? FROM t WHERE a IN (?, ?)) FROM f(?) JOIN u ON ?"
            + " WHERE ? GROUP BY ? HAVING ? ORDER BY ? LIMIT ?, ?";
    List<Expr.Parameter> parameters = TreeQuestions.parametersOf(parser.parseStatement(sql));
    for (int i = 0; i < parameters.size(); i++) {
      assertEquals(i + 1, parameters.get(i).index());
    }
    assertEquals(13, parameters.size());
  }

  @Test
  void parametersOfWritesComeInTheOrderOfTheText() {
    for (String sql :
        List.of(
            "INSERT INTO t VALUES (?, ?) ON CONFLICT (a) WHERE ? DO UPDATE SET a = ? WHERE ?"
                + " RETURNING ?",
            "UPDATE t SET a = ?, (b, c) = (?, ?) FROM f(?) WHERE ? RETURNING ? LIMIT ?",
            "DELETE FROM t WHERE ? RETURNING ? ORDER BY ? LIMIT ? OFFSET ?")) {
      int expected = 1;
      for (Expr.Parameter parameter : TreeQuestions.parametersOf(parser.parseStatement(sql))) {
        assertEquals(expected++, parameter.index(), sql);
      }
    }
  }

  @Test
  void tablesAreReadInSubqueriesAndNotWhereCommonTablesHideThem() {
    assertEquals(List.of("t", "main.u"), tables("SELECT * FROM t, main.u, json_each('[]')"));
    assertEquals(
        List.of("t", "u", "v", "w"),
        tables("SELECT (SELECT 1 FROM t) FROM u WHERE a IN v AND EXISTS (SELECT * FROM w)"));
    assertEquals(
        List.of("t", "main.q", "q"),
        tables(
            "SELECT * FROM (WITH q AS (SELECT * FROM t) SELECT * FROM Q, main.q) UNION"
                + " SELECT * FROM q"));
    assertEquals(List.of("u"), tables("INSERT INTO t SELECT * FROM u"));
    assertEquals(
        List.of("u", "v"),
        tables("WITH q AS (SELECT 1 FROM u) UPDATE t SET a = 1 FROM v WHERE a IN q"));
  }

  private List<String> written(String sql) {
    return TreeQuestions.tablesWritten(parser.parseStatement(sql)).stream()
        .map(name -> name.name().text())
        .toList();
  }

  @Test
  void tablesAreWrittenByChangesAndByTriggers() {
    assertEquals(List.of("t"), written("INSERT INTO main.t SELECT * FROM u"));
    assertEquals(List.of("t"), written("EXPLAIN UPDATE t SET a = 1 FROM u"));
    assertEquals(List.of("t"), written("WITH q AS (SELECT 1) DELETE FROM t WHERE a IN q"));
    assertEquals(
        List.of("u", "v"),
        written(
            "CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM u; SELECT 1; UPDATE v SET a = 1;"
                + " END"));
    assertEquals(List.of(), written("SELECT * FROM t"));
    assertEquals(List.of(), written("DROP TABLE t"));
  }

  @Test
  void columnsAndQueriesComeInTheOrderOfTheText() {
    var statement =
        parser.parseStatement("SELECT a, (SELECT t.b FROM t WHERE c) FROM (SELECT d) WHERE e");
    assertEquals(
        List.of("a", "b", "c", "d", "e"),
        TreeQuestions.columnsOf(statement).stream().map(c -> c.column().text()).toList());
    assertEquals(
        List.of(0, 11, 44),
        TreeQuestions.queriesOf(statement).stream().map(q -> q.span().start()).toList());
  }

  @Test
  void aggregatesOfTheQueryItselfAreFound() {
    assertEquals(List.of("count(*)", "sum(a)"), aggregates("count(*) + abs(sum(a)) * 2"));
    assertEquals(List.of("max(a)"), aggregates("max(a) + max(a, b) + min(c) OVER ()"));
    assertEquals(List.of(), aggregates("(SELECT sum(a) FROM t)"));
    assertEquals(
        List.of("GROUP_CONCAT(a ORDER BY b)"), aggregates("GROUP_CONCAT(a ORDER BY b) || 'x'"));
    assertEquals(List.of("sum(a)"), aggregates("rank() OVER (ORDER BY sum(a))"));
  }

  @Test
  void subqueriesAreSeenInExpressions() {
    assertTrue(TreeQuestions.containsSubquery(parser.parseExpression("1 + abs((SELECT 1))")));
    assertTrue(TreeQuestions.containsSubquery(parser.parseExpression("NOT EXISTS (SELECT 1)")));
    assertTrue(TreeQuestions.containsSubquery(parser.parseExpression("a IN t OR b")));
    assertFalse(TreeQuestions.containsSubquery(parser.parseExpression("a IN (1, 2) OR f(b)")));
  }

  @Test
  void expressionsCanBeHadWithoutSubqueries() {
    var statement = parser.parseStatement("SELECT a, (SELECT b FROM t WHERE c) FROM u WHERE d");
    assertEquals(3, TreeQuestions.expressionsOf(statement, false).size());
    assertEquals(5, TreeQuestions.expressionsOf(statement, true).size());
    var insert = parser.parseStatement("WITH q AS (SELECT 1) INSERT INTO t VALUES (1, 2)");
    assertEquals(2, TreeQuestions.expressionsOf(insert, false).size());
  }
}
