package conductor.api;

/** Every bound of the conductor, with its reason. Those of the nodes are in StorageLimits. */
public final class Limits {
  /** Nodes of a database: one request reaches all of them, and Workers allow 10,000 a request. */
  public static final int NODES = 1024;

  /** Slots of a database unless its creator says otherwise. */
  public static final int DEFAULT_SLOTS = 4096;

  /** Nodes of a database unless its creator or the Worker's configuration says otherwise. */
  public static final int DEFAULT_NODES = 4;

  /** Characters of the name of a database, by the HTTP contract. */
  public static final int DATABASE_NAME = 64;

  /** Statements of one request: a bound on what one isolate holds in memory. */
  public static final int STATEMENTS = 10_000;

  /**
   * Characters of the rows that one statement may bring together in the conductor: an isolate has
   * 128 MB, and a character costs up to eight bytes there while rows are merged.
   */
  public static final int GATHERED_CHARACTERS = 8 << 20;

  /**
   * Characters of the rows of several nodes that one answer may have: they pass through undecoded,
   * and are there three times, at up to two bytes a character, when they are put in order.
   */
  public static final int ANSWER_CHARACTERS = 16 << 20;

  /**
   * Characters of the rows that one statement may bring into the conductor's own SQLite: they are
   * there twice, as text and as pages, within the 128 MB of an isolate.
   */
  public static final int SCRATCH_CHARACTERS = 16 << 20;

  /** Requests to nodes that one request has under way at once, as many as Workers connect. */
  public static final int FAN_OUT = 6;

  /** Characters of the pages of a stream that a conductor holds at once, of all nodes together. */
  public static final int STREAM_CHARACTERS = 4 << 20;

  /** Characters of one page of a stream, at most: larger ones cost memory and save few requests. */
  public static final int PAGE_CHARACTERS = 256 << 10;

  /** Characters of one page of a stream, at least, however many nodes there are. */
  public static final int LEAST_PAGE_CHARACTERS = 16 << 10;

  /** Ways in which a WHERE may fix the shard key before the statement goes to all nodes. */
  public static final int KEY_ALTERNATIVES = 64;

  /** Keys that a WHERE may name before the statement goes to all nodes. */
  public static final int KEYS = 10_000;

  /** Row ids that a conductor takes at once, at most; what a lost isolate leaves unused. */
  public static final int ROW_ID_BLOCK = 1024;

  /**
   * How long a request waits for others that write on several nodes, in milliseconds: longer than a
   * node stays held for one whose conductor has vanished.
   */
  public static final long PATIENCE_MILLIS = 10_000;

  /**
   * How often a read over several nodes reads those again that have not seen what others have,
   * before it holds all of them for itself.
   */
  public static final int READ_ROUNDS = 6;

  /**
   * How often a message that ends a transaction is sent before its receiver is left to find out for
   * itself.
   */
  public static final int END_MESSAGES = 5;

  /** Plans that an isolate remembers. */
  public static final int PLANS = 500;

  /** Characters of the SQL of a remembered plan: longer texts are loads and come once. */
  public static final int PLANNED_CHARACTERS = 10_000;

  /** Tokens whose hash an isolate remembers, which is asked of the platform each time else. */
  public static final int CALLERS = 256;

  /** Databases whose metadata an isolate remembers. */
  public static final int SNAPSHOTS = 100;

  private Limits() {}
}
