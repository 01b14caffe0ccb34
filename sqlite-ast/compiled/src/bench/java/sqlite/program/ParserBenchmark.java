package sqlite.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import sqlite.parser.SqlParser;

/** The typical statements, parsed by our parser and by JSqlParser on the JVM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParserBenchmark {

  private static final String FILE = "scripts/lib/bench/parser/statements.sql";
  private static final double GOAL = 5;

  private List<String> statements = List.of();
  private List<String> common = List.of();

  /** Reads the statements, and finds those that JSqlParser takes too. */
  @Setup
  public void read() throws IOException {
    statements = new ArrayList<>();
    for (String block : Files.readString(Path.of(FILE)).split("\n{2,}")) {
      if (!block.isBlank() && !block.startsWith("--")) {
        statements.add(block.strip());
      }
    }
    common = statements.stream().filter(ParserBenchmark::isTaken).toList();
  }

  private static boolean isTaken(String sql) {
    try {
      parseTheirs(sql);
      return true;
    } catch (ParseException e) {
      return false;
    }
  }

  /**
   * As {@code CCJSqlParserUtil.parse} does, the quick way first, but without the thread that it
   * starts for each statement.
   */
  private static Object parseTheirs(String sql) throws ParseException {
    try {
      return CCJSqlParserUtil.newParser(sql).withAllowComplexParsing(false).Statement();
    } catch (ParseException e) {
      return CCJSqlParserUtil.newParser(sql).withAllowComplexParsing(true).Statement();
    }
  }

  /** The statements that both take, by our parser. */
  @Benchmark
  public void ours(Blackhole blackhole) {
    for (String sql : common) {
      blackhole.consume(new SqlParser().parseStatement(sql));
    }
  }

  /** The statements that both take, by JSqlParser. */
  @Benchmark
  public void theirs(Blackhole blackhole) throws ParseException {
    for (String sql : common) {
      blackhole.consume(parseTheirs(sql));
    }
  }

  /** Runs the benchmarks and says whether the goal is reached; ends with 1 if not. */
  public static void main(String[] arguments) throws RunnerException, IOException {
    ParserBenchmark counts = new ParserBenchmark();
    counts.read();
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(ParserBenchmark.class.getSimpleName()).build())
            .run();
    double ours = 0;
    double theirs = 0;
    for (RunResult result : results) {
      double perSecond = result.getPrimaryResult().getScore() * counts.common.size();
      if (result.getParams().getBenchmark().endsWith(".ours")) {
        ours = perSecond;
      } else {
        theirs = perSecond;
      }
    }
    System.out.printf(
        "JVM: ours %,.0f/s, JSqlParser %,.0f/s on the %d of %d that both accept%n",
        ours, theirs, counts.common.size(), counts.statements.size());
    boolean holds = ours >= GOAL * theirs;
    System.out.printf(
        "%-58s %13.1fx  %s%n",
        "JVM / JSqlParser, at least 5", ours / theirs, holds ? "holds" : "DOES NOT HOLD");
    if (!holds) {
      System.exit(1);
    }
  }
}
