package conductor.analysis;

import conductor.semantics.TableSchema;
import sqlite.value.Affinity;

/**
 * A column of one source.
 *
 * @param position its place there, or {@link TableSchema#ROW_ID}
 */
record SourceColumn(Source source, int position) {

  /**
   * Whether {@code =} between the two means the same as {@code =} of either with any third: they
   * are compared without a conversion and in one collation.
   */
  boolean comparesPlainlyWith(SourceColumn other) {
    TableSchema mine = source.table();
    TableSchema its = other.source.table();
    if (mine == null || its == null) {
      return false;
    }
    Affinity left = mine.affinity(position);
    Affinity right = its.affinity(other.position);
    return (left == right || (left.isNumeric() && right.isNumeric()))
        && mine.collation(position) == its.collation(other.position);
  }
}
