package sqlite.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class SqlValueTest {
  @Test
  void storageClassesDifferThoughSqlFindsTheValuesEqual() {
    assertNotEquals(new SqlValue.Int(1), new SqlValue.Real(1.0));
    assertEquals(new SqlValue.Null(), SqlValue.NULL);
  }

  @Test
  void blobIsNotChangedThroughTheArrayItWasMadeOf() {
    byte[] bytes = {1, 2};
    SqlValue.Blob blob = new SqlValue.Blob(bytes);
    bytes[0] = 9;
    blob.toBytes()[1] = 9;
    assertEquals(new SqlValue.Blob(new byte[] {1, 2}), blob);
  }

  @Test
  void notANumberIsNoValue() {
    assertThrows(IllegalArgumentException.class, () -> new SqlValue.Real(Double.NaN));
  }
}
