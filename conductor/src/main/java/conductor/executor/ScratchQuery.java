package conductor.executor;

import async.Future;
import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.SqlException;
import conductor.engine.Rows;
import conductor.engine.Work;
import conductor.gateway.Scratch;
import conductor.gateway.ScratchGateway;
import conductor.gateway.ScratchRefusal;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import sqlite.value.SqlValue;
import storage.api.EncodedRows;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;

/** Runs a query over the rows of several nodes in a database of its own, which is gone with it. */
final class ScratchQuery {
  private ScratchQuery() {}

  static Future<Work.Outcome> run(
      ScratchGateway gateway,
      Work.Gathering gathering,
      SortedMap<Integer, List<StatementResult>> results,
      Shape wanted) {
    refuseTooMuch(gathering, results);
    return gateway
        .open()
        .map(
            scratch -> {
              try {
                return run(scratch, gathering, results, wanted);
              } catch (ScratchRefusal refused) {
                throw new SqlException(ErrorCode.SQL, refused.message());
              } finally {
                scratch.close();
              }
            });
  }

  private static Work.Outcome run(
      Scratch scratch,
      Work.Gathering gathering,
      SortedMap<Integer, List<StatementResult>> results,
      Shape wanted) {
    List<List<SqlValue>> definitions = definitions(gathering, results);
    define(scratch, definitions, true);
    for (Work.Load load : gathering.loads()) {
      if (!load.create().isEmpty()) {
        scratch.execute(load.create());
      }
      load.places()
          .forEach((node, place) -> scratch.load(load.insert(), rows(results, node, place)));
    }
    define(scratch, definitions, false);
    gathering.views().forEach(scratch::execute);
    return switch (scratch.query(gathering.statement(), wanted)) {
      case Scratch.Answered.Rows answer -> new Work.Outcome(answer.columns(), answer.rows(), 0, 0);
      case Scratch.Answered.TooMuch ignored ->
          throw new SqlException(
              ErrorCode.LIMIT,
              "too many rows for one answer: the limit is "
                  + Limits.ANSWER_CHARACTERS
                  + " characters of them");
    };
  }

  /** The definitions of the whole schema, if the query needs it: of each its type and its SQL. */
  private static List<List<SqlValue>> definitions(
      Work.Gathering gathering, SortedMap<Integer, List<StatementResult>> results) {
    return gathering.definitions() == Work.Gathering.NO_DEFINITIONS
        ? List.of()
        : Rows.read(rows(results, results.firstKey(), gathering.definitions()));
  }

  /** Tables are made before their rows are there, and all else, triggers above all, after that. */
  private static void define(
      Scratch scratch, List<List<SqlValue>> definitions, boolean whichAreTables) {
    for (List<SqlValue> definition : definitions) {
      boolean isTable = definition.get(0).equals(new SqlValue.Text("table"));
      if (isTable == whichAreTables && definition.get(1) instanceof SqlValue.Text sql) {
        scratch.execute(sql.value());
      }
    }
  }

  private static EncodedRows rows(
      SortedMap<Integer, List<StatementResult>> results, int node, int place) {
    return Rows.encoded(Objects.requireNonNull(results.get(node)).get(place));
  }

  private static void refuseTooMuch(
      Work.Gathering gathering, SortedMap<Integer, List<StatementResult>> results) {
    long all = 0;
    long most = 0;
    long mostRows = 0;
    String largest = "";
    for (Work.Load load : gathering.loads()) {
      long characters = 0;
      long rows = 0;
      for (var place : load.places().entrySet()) {
        EncodedRows encoded = rows(results, place.getKey(), place.getValue());
        characters += encoded.length();
        rows += encoded.count();
      }
      all += characters;
      if (characters > most) {
        most = characters;
        mostRows = rows;
        largest = load.table();
      }
    }
    if (all > Limits.SCRATCH_CHARACTERS) {
      throw new SqlException(
          ErrorCode.LIMIT,
          "too many rows to bring together: the limit is "
              + Limits.SCRATCH_CHARACTERS
              + " characters of them, and these are "
              + all
              + "; most come from "
              + largest
              + " ("
              + mostRows
              + " rows): narrow it by a condition of its own in WHERE, or read fewer columns");
    }
  }
}
