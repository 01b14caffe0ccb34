package storage.exec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import storage.api.EncodedRows;
import storage.api.PageReply;
import storage.api.RowCounts;
import storage.api.StatementResult;
import storage.api.StorageLimits;
import storage.api.StorageReply;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/**
 * Reads of one node that go on page by page, each of the moment when it began.
 *
 * <p>A cursor of SQLite is such a read while nothing is changed. So before anything is changed all
 * of them are read to their ends, and the pages kept; where that is too much, the read is given up
 * and says so. Nothing of this outlives the object: a read that it does not know is over.
 */
final class Cursors {
  private final SqlDatabase database;
  private final StatementRunner runner;
  private final Map<String, Cursor> open = new LinkedHashMap<>();
  private long keptCharacters;

  Cursors(SqlDatabase database, StatementRunner runner) {
    this.database = database;
    this.runner = runner;
  }

  /** What comes next of a read. */
  private sealed interface Step {
    /** A page. */
    record Given(StatementResult.Rows rows, boolean more) implements Step {
      long characters() {
        EncodedRows keys = rows.keys();
        return (long) rows.rows().length() + (keys == null ? 0 : keys.length());
      }
    }

    /** SQLite's refusal, which ends it. */
    record Failed(String message) implements Step {}

    /** Nothing more, since it was too much to keep. */
    record GivenUp(String why) implements Step {}
  }

  /** Begins a read and gives its first page. */
  PageReply open(String id, StorageStatement statement, int characters) {
    Cursor known = open.get(id);
    if (known != null) {
      return known.again(0);
    }
    forgetThoseThatAreOver();
    if (open.size() >= StorageLimits.CURSORS) {
      close(open.keySet().iterator().next());
    }
    try {
      return next(id, new Cursor(runner.begin(statement, Shape.ARRAYS), characters));
    } catch (SqlFailure refused) {
      return new PageReply.Refused(new StorageReply.Failed(0, refused.message()));
    }
  }

  /** Gives the next page of a read. */
  PageReply fetch(String id, int page) {
    Cursor cursor = open.get(id);
    if (cursor == null) {
      return new PageReply.Gone(
          "the node has forgotten the read: it has restarted, or too many others have begun");
    }
    return cursor.pages == page && !cursor.isOver() ? next(id, cursor) : cursor.again(page);
  }

  /** Ends a read. */
  void close(String id) {
    Cursor cursor = open.remove(id);
    if (cursor != null) {
      forgetKept(cursor);
      finish(cursor);
    }
  }

  /** Ends all of them. */
  void closeAll() {
    for (String id : new ArrayList<>(open.keySet())) {
      close(id);
    }
  }

  /** Reads all to their ends, since something is about to be changed. */
  void settle() {
    for (Cursor cursor : open.values()) {
      keepRest(cursor);
    }
  }

  /** They were there only to give their last pages again. */
  private void forgetThoseThatAreOver() {
    for (Iterator<Cursor> cursors = open.values().iterator(); cursors.hasNext(); ) {
      if (cursors.next().isOver()) {
        cursors.remove();
      }
    }
  }

  private PageReply next(String id, Cursor cursor) {
    // Behind the others: the first is the one that has waited longest.
    open.remove(id);
    open.put(id, cursor);
    cursor.pages++;
    cursor.last = next(cursor);
    return cursor.last;
  }

  private PageReply next(Cursor cursor) {
    Step step = cursor.kept.poll();
    if (step == null) {
      step = read(cursor);
    } else if (step instanceof Step.Given given) {
      keptCharacters -= given.characters();
    }
    return switch (step) {
      case Step.Given given -> new PageReply.Page(given.rows(), given.more(), database.sizeBytes());
      case Step.Failed failed ->
          new PageReply.Refused(new StorageReply.Failed(0, failed.message()));
      case Step.GivenUp givenUp -> new PageReply.Gone(givenUp.why());
    };
  }

  private Step read(Cursor cursor) {
    RowCounts before = database.counts();
    RowCursor.Page page;
    try {
      page = cursor.begun.rows().read(cursor.characters);
    } catch (SqlFailure refused) {
      cursor.ended = true;
      return new Step.Failed(refused.message());
    }
    cursor.ended = !page.more();
    PreparedQuery.Found found = page.found();
    return new Step.Given(
        new StatementResult.Rows(
            cursor.begun.names(), found.rows(), found.keys(), database.counts().since(before)),
        page.more());
  }

  private void keepRest(Cursor cursor) {
    while (!cursor.ended) {
      Step step = read(cursor);
      cursor.kept.add(step);
      if (step instanceof Step.Given given) {
        keptCharacters += given.characters();
      }
      if (keptCharacters > StorageLimits.KEPT_CHARACTERS) {
        forgetKept(cursor);
        finish(cursor);
        cursor.kept.add(
            new Step.GivenUp(
                "the database was changed while it was read, and the rest of the rows is too large"
                    + " to be kept as it was"));
      }
    }
  }

  private void forgetKept(Cursor cursor) {
    for (Step step : cursor.kept) {
      if (step instanceof Step.Given given) {
        keptCharacters -= given.characters();
      }
    }
    cursor.kept.clear();
  }

  private static void finish(Cursor cursor) {
    if (!cursor.ended) {
      cursor.ended = true;
      cursor.begun.rows().end();
    }
  }

  /** A read. */
  private static final class Cursor {
    private final StatementRunner.Begun begun;
    private final int characters;
    private final Deque<Step> kept = new ArrayDeque<>();

    /** How many pages were given. */
    private int pages;

    /** The reply that was given last: a doubled message gets the same. */
    private @Nullable PageReply last;

    /** Whether SQLite has no more of it. */
    private boolean ended;

    Cursor(StatementRunner.Begun begun, int characters) {
      this.begun = begun;
      this.characters = characters;
    }

    /** Whether all of its pages were given. */
    private boolean isOver() {
      return ended && kept.isEmpty();
    }

    private PageReply again(int page) {
      return page == pages - 1 && last != null
          ? last
          : new PageReply.Gone("the page has been given before");
    }
  }
}
