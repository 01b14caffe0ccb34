package sqllogictest;

import cluster.Cluster;
import conductor.api.Answer;
import conductor.api.ErrorCode;
import conductor.api.Parameters;
import conductor.api.SqlException;
import conductor.engine.Rows;
import java.util.List;

/** A database of a cluster within this process. */
final class InProcess implements Database {
  private static final int SLOTS = 4096;
  private static final String NAME = "sqllogictest";

  private final Cluster cluster = new Cluster(1);
  private final Cluster.Conductor conductor = cluster.conductor();

  InProcess(int nodes) {
    cluster.await(cluster.gateways().topology().create(NAME, nodes, SLOTS));
  }

  @Override
  public Answered run(String sql) {
    try {
      List<Answer> answers = conductor.run(NAME, sql, Parameters.NONE);
      Answer last = answers.get(answers.size() - 1);
      return new Answered.Rows(last.columns().size(), Rows.read(last.rows()));
    } catch (SqlException refused) {
      return refused.code() == ErrorCode.UNSUPPORTED
          ? new Answered.Unsupported(refused.message())
          : new Answered.Failed(refused.message());
    }
  }

  @Override
  public void close() {
    cluster.close();
  }
}
