package conductor.engine;

import java.util.List;
import sqlite.value.Collation;
import sqlite.value.SqlValue;
import sqlite.value.ValueComparator;

/**
 * One aggregate of a group, made of the parts that the nodes computed.
 *
 * <p>Its parts stand in a node's row from {@code first} on.
 */
public sealed interface Aggregate {
  /** A new, empty state. */
  State start();

  /** What has come together of one group. */
  interface State {
    /** Takes in the parts of one row. */
    void add(List<SqlValue> row);

    /** The aggregate's value. */
    SqlValue result();
  }

  /** COUNT: the sum of the counts. */
  record Count(int first) implements Aggregate {
    @Override
    public State start() {
      return new State() {
        private long count;

        @Override
        public void add(List<SqlValue> row) {
          count += Parts.integer(row.get(first));
        }

        @Override
        public SqlValue result() {
          return new SqlValue.Int(count);
        }
      };
    }
  }

  /** MIN or MAX: that of the nodes' own. */
  record Extreme(int first, boolean largest, Collation collation) implements Aggregate {
    @Override
    public State start() {
      ValueComparator order = new ValueComparator(collation);
      return new State() {
        private SqlValue extreme = SqlValue.NULL;

        @Override
        public void add(List<SqlValue> row) {
          SqlValue value = row.get(first);
          if (value instanceof SqlValue.Null) {
            return;
          }
          int comparison = extreme instanceof SqlValue.Null ? 0 : order.compare(value, extreme);
          boolean better = largest ? comparison > 0 : comparison < 0;
          if (better || extreme instanceof SqlValue.Null) {
            extreme = value;
          }
        }

        @Override
        public SqlValue result() {
          return extreme;
        }
      };
    }
  }

  /** SUM, TOTAL or AVG: see {@link Sum}. */
  record Summed(int first, Sum.Kind kind) implements Aggregate {
    @Override
    public State start() {
      Sum sum = new Sum();
      return new State() {
        @Override
        public void add(List<SqlValue> row) {
          sum.addParts(row, first);
        }

        @Override
        public SqlValue result() {
          return sum.result(kind);
        }
      };
    }
  }

  /**
   * SUM, TOTAL or AVG of what SQLite itself has summed and counted; it says so when that does not
   * suffice.
   */
  record GuessedSum(int first, Sum.Kind kind) implements Aggregate {
    @Override
    public State start() {
      Sum sum = new Sum();
      return new State() {
        @Override
        public void add(List<SqlValue> row) {
          sum.addIntegers(row.get(first), Parts.integer(row.get(first + 1)));
        }

        @Override
        public SqlValue result() {
          return sum.result(kind);
        }
      };
    }
  }

  /** COUNT, SUM, TOTAL or AVG of DISTINCT values, which stand as they are in the nodes' rows. */
  record OfDistinct(int first, Collation collation, DistinctKind kind) implements Aggregate {
    @Override
    public State start() {
      return new DistinctState(first, collation, kind);
    }
  }

  /** What is made of distinct values. */
  enum DistinctKind {
    COUNT,
    SUM,
    TOTAL,
    AVG
  }
}
