package conductor.differential;

import java.util.List;
import sqlite.value.SqlValue;

/** What came of a statement. */
sealed interface Answered {
  /** Rows. */
  record Rows(List<String> columns, List<List<SqlValue>> rows) implements Answered {}

  /** The counts of a write. */
  record Counts(long changes, long lastRowId) implements Answered {}

  /** Answers to the statements of one request. */
  record Several(List<Answered> answers) implements Answered {}

  /** SQLite's words. */
  record Failed(String message) implements Answered {}

  /** What Ensemble does not do yet. */
  record Refused(String message) implements Answered {}
}
