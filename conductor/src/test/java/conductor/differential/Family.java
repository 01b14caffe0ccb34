package conductor.differential;

/** Kinds of statements, each with the share of them that may be refused as not done yet. */
enum Family {
  CREATE_TABLE(0.02),
  ALTER_TABLE(0.05),
  INDEX(0),
  INSERT(0),
  UPDATE(0.02),
  DELETE(0),
  SELECT_BY_KEY(0),
  SELECT_ROWS(0),
  SELECT_DISTINCT(0.02),
  SELECT_GROUPS(0.02),
  /** Several statements in one request. */
  BATCH(0.05),
  /** Joins, subqueries, common tables, compound queries and windows. */
  GATHERED(0.06),
  /** What a test expects to be refused. */
  BEYOND(1);

  private final double mostRefused;

  Family(double mostRefused) {
    this.mostRefused = mostRefused;
  }

  double mostRefused() {
    return mostRefused;
  }
}
