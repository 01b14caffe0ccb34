package storage.api;

import java.util.List;

/**
 * What the SQLite inside a Durable Object refuses, and what a node adds to it.
 *
 * @see <a href="https://developers.cloudflare.com/durable-objects/platform/limits/">Cloudflare:
 *     Durable Objects limits</a>
 */
public final class StorageLimits {
  /** Bound parameters of one statement, the platform's. */
  public static final int PARAMETERS = 100;

  /** Bytes of one statement in UTF-8, the platform's. */
  public static final int STATEMENT_BYTES = 100_000;

  /** Parts of a compound SELECT, the platform's. */
  public static final int COMPOUND_PARTS = 5;

  /**
   * Columns of a result: the platform's 100, less the one in which a node adds the exact form of
   * the row's numbers.
   */
  public static final int RESULT_COLUMNS = 99;

  /** Statements whose result columns a node remembers: enough for the hot ones of one object. */
  public static final int REMEMBERED_STATEMENTS = 256;

  /**
   * Requests that write whose replies a node remembers: a message that is doubled comes twice
   * within moments.
   */
  public static final int REMEMBERED_REQUESTS = 64;

  /**
   * How long a node is held before it does something about it, in milliseconds, and how long a
   * decider waits before it tells the others itself: far longer than a conductor takes between its
   * messages, short enough for those who wait.
   */
  public static final long HELD_MILLIS = 2_000;

  /**
   * The same for a transaction whose programs have turned out to take long, in milliseconds: less
   * than {@link #TRANSACTION_MILLIS}.
   */
  public static final long LONG_HELD_MILLIS = 16_000;

  /**
   * How long the messages of a transaction are heeded, in milliseconds: longer than clocks differ
   * and messages travel.
   */
  public static final long TRANSACTION_MILLIS = 20_000;

  /**
   * How long after that a node remembers how a transaction ended, in milliseconds: by more than its
   * clock may jump back, and long enough for whoever wants to know what became of a request.
   */
  public static final long REMEMBERED_MILLIS = 300_000;

  /** How often a node forgets what it need not remember, in milliseconds. */
  public static final long FORGET_MILLIS = 60_000;

  /**
   * How long a node tells others of a transaction that it has carried out, in milliseconds. A read
   * over several nodes must take less.
   */
  public static final long SEEN_MILLIS = 60_000;

  /** Characters of one piece of a redo record: a row of the platform's SQLite holds 2 MB. */
  public static final int REDO_PIECE = 500_000;

  /** Verdicts of one errand: a bound on one message. */
  public static final int ERRAND_VERDICTS = 500;

  /** Ends of transactions that a node tells others about at once: a bound on what it reads. */
  public static final int UNSETTLED = 4_000;

  /** Reads page by page that a node has open; the one that has waited longest gives way. */
  public static final int CURSORS = 64;

  /**
   * Characters of pages that a node keeps for such reads after a write: an object has 128 MB and
   * shares them with others of its isolate.
   */
  public static final int KEPT_CHARACTERS = 16 << 20;

  /** How SQLite begins its refusals of what goes beyond a bound that the platform has lowered. */
  private static final List<String> REFUSALS =
      List.of(
          "LIKE or GLOB pattern too complex",
          "Expression tree is too large",
          "too many columns in",
          "too many terms in",
          "too many SQL variables",
          "too many arguments on function",
          "query string too long",
          "statement too long");

  private StorageLimits() {}

  /** Whether {@code message} may be a refusal that SQLite with its own bounds would not make. */
  public static boolean isRefusal(String message) {
    return REFUSALS.stream().anyMatch(message::startsWith);
  }
}
