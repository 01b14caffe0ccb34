package sqlite.ast.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import sqlite.ast.Expr;
import sqlite.ast.QualifiedName;
import sqlite.ast.Statement;
import sqlite.ast.TableRef;
import sqlite.generator.SqlGenerator;
import sqlite.parser.Corpus;
import sqlite.parser.SqlParser;
import sqlite.token.SourceSpan;

class TreeRewriterTest {

  private final SqlParser parser = new SqlParser();

  private String rewritten(TreeRewriter rewriter, String sql) {
    return new SqlGenerator().print(rewriter.rewrite(parser.parseStatement(sql)));
  }

  @Test
  void rewritingNothingGivesAnEqualTree() {
    TreeRewriter identity = new TreeRewriter();
    for (String sql : Corpus.statements()) {
      Statement tree = parser.parseStatement(sql);
      assertEquals(tree, identity.rewrite(tree), sql);
    }
  }

  private static Expr signedText(Expr.Unary unary) {
    return unary.operand() instanceof Expr.IntegerLiteral number
        ? new Expr.StringLiteral("-" + number.text(), number.span())
        : unary;
  }

  @Test
  void expressionsAreReplacedFromTheLeavesUp() {
    TreeRewriter inline =
        TreeRewriter.ofExpressions(
            expr ->
                switch (expr) {
                  case Expr.Parameter p -> new Expr.IntegerLiteral("7", p.span());
                  case Expr.Unary u -> signedText(u);
                  default -> expr;
                });
    assertEquals(
        "SELECT '-7', (SELECT 7 FROM t WHERE a IN (7, '-7')) FROM f(7) LIMIT 7",
        rewritten(inline, "SELECT -?, (SELECT ? FROM t WHERE a IN (?, -?)) FROM f(?) LIMIT ?"));
    assertEquals(
        "UPDATE t SET a = '-7' WHERE b = 7", rewritten(inline, "UPDATE t SET a = -? WHERE b = ?"));
  }

  @Test
  void tablesAreReplacedWhereverTheyStand() {
    TreeRewriter rename =
        new TreeRewriter() {
          @Override
          protected TableRef after(TableRef table) {
            return table instanceof TableRef.Named named
                ? new TableRef.Named(
                    QualifiedName.of("x_" + named.name().name()),
                    named.exposedName(),
                    named.hint(),
                    SourceSpan.NONE)
                : table;
          }
        };
    assertEquals(
        "SELECT * FROM x_t AS t JOIN x_u AS v ON EXISTS (SELECT 1 FROM x_w AS w)",
        rewritten(rename, "SELECT * FROM t JOIN u AS v ON EXISTS (SELECT 1 FROM w)"));
  }
}
