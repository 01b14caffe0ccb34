package conductor.differential;

import java.util.ArrayList;
import java.util.List;
import sqlite.value.SqlValue;

/** SQL that grows from left to right, its values written out or as parameters. */
final class SqlText {
  private final RandomData data;
  private boolean withParameters;
  private final StringBuilder sql = new StringBuilder();
  private final List<SqlValue> parameters = new ArrayList<>();

  SqlText(RandomData data) {
    this.data = data;
    this.withParameters = data.oneIn(2);
  }

  /** All values are written out. */
  SqlText withoutParameters() {
    withParameters = false;
    return this;
  }

  SqlText add(String text) {
    sql.append(text);
    return this;
  }

  SqlText add(SqlValue value) {
    if (withParameters && data.below(4) > 0) {
      parameters.add(value);
      sql.append('?');
    } else {
      sql.append(RandomData.literal(value));
    }
    return this;
  }

  List<SqlValue> parameters() {
    return List.copyOf(parameters);
  }

  @Override
  public String toString() {
    return sql.toString();
  }
}
