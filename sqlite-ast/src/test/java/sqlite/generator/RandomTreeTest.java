package sqlite.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import sqlite.ast.Statement;
import sqlite.ast.walk.TreeRewriter;
import sqlite.parser.SqlParser;

/** {@code -Densemble.seed=N} replays a seed, {@code -Densemble.trees=N} sets how many are made. */
class RandomTreeTest {

  private static final long SEED = Long.getLong("ensemble.seed", new Random().nextInt(1_000_000));
  private static final int COUNT = Integer.getInteger("ensemble.trees", 3_000);

  @Test
  void randomTreesArePrintedAndReadBackEqual() {
    RandomTree trees = new RandomTree(SEED);
    SqlGenerator generator = new SqlGenerator(ExprPrinter.NONE, true);
    SqlParser parser = new SqlParser();
    for (int i = 0; i < COUNT; i++) {
      Statement tree = trees.statement();
      String printed = generator.print(tree);
      String where = "seed " + SEED + ", tree " + i + "\n" + printed;
      Statement read;
      try {
        read = parser.parseStatement(printed);
      } catch (RuntimeException e) {
        throw new AssertionError(where + "\n" + tree, e);
      }
      assertEquals(tree, read, where);
      assertEquals(tree.hashCode(), read.hashCode(), where);
      assertEquals(tree, new TreeRewriter().rewrite(tree), where);
    }
    System.out.println("random trees seed " + SEED + ": " + COUNT + " printed and read back");
  }
}
