package conductor.engine;

import java.util.List;
import java.util.TreeSet;
import sqlite.value.Collation;
import sqlite.value.SqlValue;
import sqlite.value.ValueComparator;

/** The distinct values of one group; NULLs do not count. */
final class DistinctState implements Aggregate.State {
  private final int position;
  private final Aggregate.DistinctKind kind;
  private final TreeSet<SqlValue> values;

  DistinctState(int position, Collation collation, Aggregate.DistinctKind kind) {
    this.position = position;
    this.kind = kind;
    this.values = new TreeSet<>(new ValueComparator(collation));
  }

  @Override
  public void add(List<SqlValue> row) {
    SqlValue value = row.get(position);
    if (!(value instanceof SqlValue.Null)) {
      values.add(value);
    }
  }

  @Override
  public SqlValue result() {
    return switch (kind) {
      case COUNT -> new SqlValue.Int(values.size());
      case SUM -> sum().result(Sum.Kind.SUM);
      case TOTAL -> sum().result(Sum.Kind.TOTAL);
      case AVG -> sum().result(Sum.Kind.AVG);
    };
  }

  private Sum sum() {
    Sum sum = new Sum();
    for (SqlValue value : values) {
      sum.addValue(value);
    }
    return sum;
  }
}
