package conductor.executor;

import sqlite.value.SqlValue;

/**
 * A moment as SQLite writes it, in UTC.
 *
 * @see <a href="https://sqlite.org/lang_datefunc.html">Date and time functions</a>
 */
final class Moment {
  private static final long DAY_MILLIS = 86_400_000;

  private final String date;
  private final String time;
  private final String fraction;

  /** The moment that many milliseconds after the beginning of 1970. */
  Moment(long epochMillis) {
    long days = Math.floorDiv(epochMillis, DAY_MILLIS);
    int millis = (int) Math.floorMod(epochMillis, DAY_MILLIS);
    this.date = dateOf(days);
    this.time =
        digits(millis / 3_600_000, 2)
            + ":"
            + digits(millis / 60_000 % 60, 2)
            + ":"
            + digits(millis / 1000 % 60, 2);
    this.fraction = "." + digits(millis % 1000, 3);
  }

  SqlValue date() {
    return new SqlValue.Text(date);
  }

  SqlValue time() {
    return new SqlValue.Text(time);
  }

  SqlValue timestamp() {
    return new SqlValue.Text(date + " " + time);
  }

  SqlValue now() {
    return new SqlValue.Text(date + " " + time + fraction);
  }

  /**
   * The date of a day in the Gregorian calendar.
   *
   * @see <a href="https://howardhinnant.github.io/date_algorithms.html#civil_from_days">Hinnant:
   *     days to civil</a>
   */
  private static String dateOf(long days) {
    long shifted = days + 719_468;
    long era = Math.floorDiv(shifted, 146_097L);
    long dayOfEra = shifted - era * 146_097;
    long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long monthFromMarch = (5 * dayOfYear + 2) / 153;
    long day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2);
  }

  private static String digits(long number, int width) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    while (text.length() < width) {
      text.insert(0, '0');
    }
    return text.toString();
  }
}
