package sqlite.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValueComparatorTest {
  private static final long SEED = 53;
  private static final ValueComparator BINARY = new ValueComparator(Collation.BINARY);

  @Test
  void storageClassesFollowEachOther() {
    List<SqlValue> ordered =
        List.of(
            SqlValue.NULL,
            new SqlValue.Real(Double.NEGATIVE_INFINITY),
            new SqlValue.Int(Long.MIN_VALUE),
            new SqlValue.Int(1),
            new SqlValue.Real(1.5),
            new SqlValue.Real(Double.POSITIVE_INFINITY),
            new SqlValue.Text(""),
            new SqlValue.Blob(new byte[0]),
            new SqlValue.Blob(new byte[] {1}),
            new SqlValue.Blob(new byte[] {-1}));
    for (int i = 1; i < ordered.size(); i++) {
      assertTrue(BINARY.compare(ordered.get(i - 1), ordered.get(i)) < 0);
      assertTrue(BINARY.compare(ordered.get(i), ordered.get(i - 1)) > 0);
    }
  }

  @Test
  void integerBeyondTheDoublesIsComparedExactly() {
    SqlValue odd = new SqlValue.Int((1L << 53) + 1);
    assertTrue(BINARY.compare(odd, new SqlValue.Real(0x1p53)) > 0);
    assertTrue(BINARY.equal(new SqlValue.Int(1L << 53), new SqlValue.Real(0x1p53)));
    assertTrue(BINARY.compare(new SqlValue.Int(Long.MAX_VALUE), new SqlValue.Real(0x1p63)) < 0);
    assertTrue(BINARY.equal(new SqlValue.Int(Long.MIN_VALUE), new SqlValue.Real(-0x1p63)));
  }

  @Test
  void bothZerosAndAnIntegerAreEqual() {
    assertTrue(BINARY.equal(new SqlValue.Real(0.0), new SqlValue.Real(-0.0)));
    assertTrue(BINARY.equal(new SqlValue.Int(0), new SqlValue.Real(-0.0)));
  }

  @Test
  void comparesAsSqliteDoes() throws SQLException {
    RandomValues values = new RandomValues(SEED);
    try (RealSqlite sqlite = new RealSqlite()) {
      for (int i = 0; i < 20_000; i++) {
        SqlValue left = values.next();
        SqlValue right = values.next();
        for (Collation collation : Collation.values()) {
          SqlValue expected =
              sqlite.value(
                  "SELECT (?1 > ?2 COLLATE "
                      + collation
                      + ") - (?1 < ?2 COLLATE "
                      + collation
                      + ")",
                  left,
                  right);
          if (!(expected instanceof SqlValue.Null)) {
            assertEquals(
                expected,
                new SqlValue.Int(
                    Integer.signum(new ValueComparator(collation).compare(left, right))),
                () -> "seed " + SEED + ": " + left + " " + collation + " " + right);
          }
        }
      }
    }
  }
}
