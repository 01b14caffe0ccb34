package conductor.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import sqlite.value.Collation;
import sqlite.value.SqlValue;

/** Compares what Ensemble answered with what SQLite did. */
final class Comparison {
  private static final Answered NO_LIMIT = new Answered.Failed("no limit");

  private Comparison() {}

  /** What is wrong with {@code actual}, if anything is. */
  static Optional<String> difference(
      Step step, Answered expected, Answered actual, Answered unlimited) {
    boolean same =
        switch (expected) {
          case Answered.Failed failed -> isSameFailure(step, failed, actual);
          case Answered.Counts counts -> counts.equals(actual);
          case Answered.Rows rows ->
              actual instanceof Answered.Rows given
                  && rows.columns().equals(given.columns())
                  && step.check() instanceof Step.Query query
                  && isSame(query, rows.rows(), given.rows(), unlimited);
          case Answered.Several several ->
              actual instanceof Answered.Several given && isSame(step, several, given);
          case Answered.Refused ignored -> false;
        };
    return same
        ? Optional.empty()
        : Optional.of("SQLite: " + text(expected) + "\n  Ensemble: " + text(actual));
  }

  private static boolean isSame(Step step, Answered.Several expected, Answered.Several actual) {
    if (!(step.check() instanceof Step.Batch batch)) {
      return false;
    }
    for (int i = 0; i < batch.steps().size(); i++) {
      Step part = batch.steps().get(i);
      boolean limited =
          part.check() instanceof Step.Query query
              && !query.unlimited().isEmpty()
              && query.order() instanceof Step.Partial;
      Optional<String> difference =
          difference(part, expected.answers().get(i), actual.answers().get(i), NO_LIMIT);
      // Which rows a LIMIT without a whole order leaves is not decided.
      if (difference.isPresent() && !limited) {
        return false;
      }
    }
    return true;
  }

  /** Of several rows that fail, either may be told of. */
  private static boolean isSameFailure(Step step, Answered.Failed expected, Answered actual) {
    if (expected.equals(actual)) {
      return true;
    }
    if (step.check() instanceof Step.Batch) {
      return actual instanceof Answered.Failed;
    }
    boolean several = step.check() instanceof Step.Write write && !write.oneRow();
    return several
        && actual instanceof Answered.Failed failed
        && isOfRow(expected.message())
        && isOfRow(failed.message());
  }

  private static boolean isOfRow(String message) {
    return message.contains("constraint failed")
        || message.startsWith("cannot store")
        || message.equals("datatype mismatch")
        // No row id is left for it.
        || message.equals("database or disk is full");
  }

  private static boolean isSame(
      Step.Query query,
      List<List<SqlValue>> expected,
      List<List<SqlValue>> actual,
      Answered unlimited) {
    List<String> wanted = texts(query, expected);
    List<String> given = texts(query, actual);
    return switch (query.order()) {
      case Step.Total ignored -> wanted.equals(given);
      case Step.Partial partial ->
          keys(partial, expected).equals(keys(partial, actual))
              && (unlimited instanceof Answered.Rows all
                  ? wanted.size() == given.size() && areAmong(given, texts(query, all.rows()))
                  : sorted(wanted).equals(sorted(given)));
    };
  }

  private static boolean areAmong(List<String> some, List<String> all) {
    List<String> left = new ArrayList<>(all);
    return some.stream().allMatch(left::remove);
  }

  private static List<String> keys(Step.Partial order, List<List<SqlValue>> rows) {
    List<String> keys = new ArrayList<>();
    for (List<SqlValue> row : rows) {
      StringBuilder key = new StringBuilder();
      order.columns().forEach(column -> key.append(equalText(row.get(column), Collation.BINARY)));
      keys.add(key.toString());
    }
    return keys;
  }

  private static List<String> sorted(List<String> texts) {
    List<String> sorted = new ArrayList<>(texts);
    Collections.sort(sorted);
    return sorted;
  }

  private static List<String> texts(Step.Query query, List<List<SqlValue>> rows) {
    List<String> texts = new ArrayList<>();
    for (List<SqlValue> row : rows) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        boolean representative =
            i < query.representatives().size()
                && query.representatives().get(i) instanceof Step.Equal;
        text.append(
            representative
                ? equalText(row.get(i), RandomQueries.collation(query.representatives().get(i)))
                : RandomData.literal(row.get(i)));
        text.append('|');
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /** A text that is the same for values that SQLite finds equal. */
  private static String equalText(SqlValue value, Collation collation) {
    return switch (value) {
      case SqlValue.Real real ->
          real.value() == (double) (long) real.value() && Math.abs(real.value()) < 0x1p63
              ? Long.toString((long) real.value())
              : Double.toString(real.value());
      case SqlValue.Text text -> "'" + collation.canonical(text.value());
      case SqlValue.Blob blob -> HexFormat.of().formatHex(blob.toBytes());
      default -> RandomData.literal(value);
    };
  }

  static String text(Answered answered) {
    return switch (answered) {
      case Answered.Rows rows -> {
        StringBuilder text = new StringBuilder(rows.columns().toString());
        for (List<SqlValue> row : rows.rows()) {
          text.append("\n    ").append(row.stream().map(RandomData::literal).toList());
        }
        yield text.toString();
      }
      default -> answered.toString();
    };
  }
}
