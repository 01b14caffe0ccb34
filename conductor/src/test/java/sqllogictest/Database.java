package sqllogictest;

/** An empty database that statements are run on. */
interface Database extends AutoCloseable {
  /** Runs one statement. */
  Answered run(String sql);

  @Override
  void close();
}
