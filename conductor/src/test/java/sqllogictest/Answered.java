package sqllogictest;

import java.util.List;
import sqlite.value.SqlValue;

/** What became of a statement. */
sealed interface Answered {
  /** It went well. */
  record Rows(int columns, List<List<SqlValue>> rows) implements Answered {}

  /** It was refused as SQLite would. */
  record Failed(String message) implements Answered {}

  /** It was refused because it is not done. */
  record Unsupported(String message) implements Answered {}
}
