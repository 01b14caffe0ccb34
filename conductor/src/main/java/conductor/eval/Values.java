package conductor.eval;

import sqlite.value.SqlValue;

/** What an expression is computed from. */
public interface Values {
  /** The parameter with this number, counted from 1. */
  SqlValue parameter(int index);

  /** The input at this position. */
  SqlValue input(int index);
}
