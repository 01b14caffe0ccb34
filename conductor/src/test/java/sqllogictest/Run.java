package sqllogictest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sqlite.parser.SqlParser;
import sqlite.parser.SqlSyntaxException;

/** One file run over one database, with what came of it. */
final class Run {
  private final Database database;
  private final Map<String, String> labels = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> unsupported = new ArrayList<>();
  private int right;

  Run(Database database) {
    this.database = database;
  }

  /** Runs all of a file. */
  static Run of(String text, Database database) {
    Run run = new Run(database);
    for (Entry entry : TestFile.read(text)) {
      switch (entry) {
        case Entry.Halt ignored -> {
          return run;
        }
        case Entry.HashThreshold ignored -> {
          // How a result is printed here is seen from what is expected.
        }
        case Entry.Statement statement -> run.check(statement);
        case Entry.Query query -> run.check(query);
      }
    }
    return run;
  }

  /** How many entries were as the file says. */
  int right() {
    return right;
  }

  /** Of each entry that was not, where it stands and what was answered. */
  List<String> wrong() {
    return wrong;
  }

  /** Of each entry that was refused as not done, where it stands and what was said. */
  List<String> unsupported() {
    return unsupported;
  }

  private void check(Entry.Statement statement) {
    switch (runEach(statement.sql())) {
      case Answered.Rows ignored ->
          note(statement.ok(), statement.line(), statement.sql(), "it was to fail");
      case Answered.Failed failed ->
          note(!statement.ok(), statement.line(), statement.sql(), failed.message());
      case Answered.Unsupported refused -> add(unsupported, statement, refused.message());
    }
  }

  private void check(Entry.Query query) {
    switch (database.run(query.sql())) {
      case Answered.Failed failed ->
          note(
              query.expected().isEmpty() && isOfSomeRow(failed),
              query.line(),
              query.sql(),
              failed.message());
      case Answered.Unsupported refused -> add(unsupported, query, refused.message());
      case Answered.Rows rows -> {
        if (rows.columns() != query.types().length()) {
          note(false, query.line(), query.sql(), rows.columns() + " columns");
          return;
        }
        List<String> values = Printed.values(rows.rows(), query.types(), query.sort());
        String hash = Printed.hash(values);
        boolean hashed =
            query.expected().size() == 1 && query.expected().get(0).contains(" values hashing to ");
        boolean same =
            hashed ? query.expected().get(0).equals(hash) : query.expected().equals(values);
        boolean asBefore =
            query.label().isEmpty()
                || labels.merge(query.label(), hash, (first, now) -> first).equals(hash);
        note(
            same && asBefore, query.line(), query.sql(), values + " expected: " + query.expected());
      }
    }
  }

  /** Statements that stand together are requests of their own: each commits what it did. */
  private Answered runEach(String sql) {
    Answered answered = new Answered.Failed("no statement");
    for (String part : parts(sql)) {
      answered = database.run(part);
      if (!(answered instanceof Answered.Rows)) {
        return answered;
      }
    }
    return answered;
  }

  private static List<String> parts(String sql) {
    try {
      return new SqlParser()
          .parseScript(sql).stream().map(statement -> statement.span().textIn(sql)).toList();
    } catch (SqlSyntaxException wrong) {
      return List.of(sql);
    }
  }

  /** A query that fails at some row has no more of them, for the program that wrote the files. */
  private static boolean isOfSomeRow(Answered.Failed failed) {
    return failed.message().contains("integer overflow");
  }

  private static void add(List<String> list, Entry entry, String what) {
    list.add("line " + entry.line() + ": " + what);
  }

  private void note(boolean ok, int line, String sql, String otherwise) {
    if (ok) {
      right++;
    } else {
      wrong.add("line " + line + ": " + sql + "\n    " + otherwise);
    }
  }
}
