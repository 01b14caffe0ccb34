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
