package sqlite.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CollationTest {
  private static final long SEED = 16;

  @Test
  void nameIsFoundInLettersOfAnyCase() {
    assertEquals(Optional.of(Collation.NOCASE), Collation.ofName("NoCase"));
    assertEquals(Optional.of(Collation.BINARY), Collation.ofName("binary"));
    assertEquals(Optional.empty(), Collation.ofName("UNICODE"));
    assertEquals(Optional.empty(), Collation.ofName("bınary"));
  }

  @Test
  void binaryOrdersByCodePointsAndNotByUtf16Units() {
    assertTrue(Collation.BINARY.compare("\uffee", "\ud83d\ude00") < 0);
    assertTrue("\uffee".compareTo("\ud83d\ude00") > 0);
  }

  @Test
  void noCaseFoldsOnlyAscii() {
    assertEquals(Collation.NOCASE.canonical("aZ"), Collation.NOCASE.canonical("Az"));
    assertNotEquals(Collation.NOCASE.canonical("É"), Collation.NOCASE.canonical("é"));
  }

  @Test
  void noCaseComparesOnlyLengthsBehindANul() {
    assertEquals(0, Collation.NOCASE.compare("a\u0000é", "A\u0000xy"));
    assertNotEquals(0, Collation.NOCASE.compare("a\u0000b", "a\u0000bc"));
  }

  @Test
  void trimIgnoresSpacesAtTheEndOnly() {
    assertEquals("  a", Collation.RTRIM.canonical("  a  "));
    assertEquals(0, Collation.RTRIM.compare("a", "a  "));
    assertNotEquals(0, Collation.RTRIM.compare("a", "a\t"));
  }

  @Test
  void comparesAndFoldsAsSqliteCompares() throws SQLException {
    RandomValues values = new RandomValues(SEED);
    try (RealSqlite sqlite = new RealSqlite()) {
      for (int i = 0; i < 20_000; i++) {
        String left = values.text();
        String right = values.text();
        for (Collation collation : Collation.values()) {
          String name = " COLLATE " + collation;
          SqlValue expected =
              sqlite.value(
                  "SELECT (?1 > ?2" + name + ") - (?1 < ?2" + name + ")",
                  new SqlValue.Text(left),
                  new SqlValue.Text(right));
          int order = Integer.signum(collation.compare(left, right));
          String message = "seed " + SEED + ": '" + left + "' " + collation + " '" + right + "'";
          assertEquals(expected, new SqlValue.Int(order), message);
          boolean sameForm = collation.canonical(left).equals(collation.canonical(right));
          assertEquals(order == 0, sameForm, message);
        }
      }
    }
  }
}
