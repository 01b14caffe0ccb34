package conductor.executor;

import async.Future;
import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.SqlException;
import conductor.engine.InsertPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;
import sqlite.value.Affinity;
import sqlite.value.SqlValue;
import topology.api.RowIdBlock;

/**
 * The row ids that this isolate may hand out.
 *
 * <p>SQLite gives a new row the number behind the largest. So ids are handed out in the order of
 * the rows, a larger one that a row brings along is followed by the next, and a block is given up
 * when rows were deleted or a request failed: the next one begins behind the largest that is there.
 * A block that nobody else holds ids of is given back, so that its numbers are used after all.
 */
final class RowIds {
  /** Ids of one table. */
  private static final class Block {
    private final long epoch;
    private final long end;
    private final long size;
    private long next;

    /** How many requests under way have ids of it. */
    private int holders;

    /** Whether it was given back, which can be done once: another may end where it ends. */
    private boolean givenBack;

    /** Whether its ids may no longer be SQLite's. */
    private boolean spoiled;

    Block(long epoch, RowIdBlock ids) {
      this.epoch = epoch;
      this.next = ids.first();
      this.end = ids.end();
      this.size = ids.end() - ids.first();
    }

    /** Its end, for the one who gives it back, else none. */
    long giveBack() {
      long returned = givenBack ? RowIdBlock.NO_END : end;
      givenBack = true;
      spoiled = true;
      return returned;
    }
  }

  private final Map<String, Block> blocks = new HashMap<>();

  /** What asking for ids needs of the request. */
  interface Source {
    /** The least id that is free on all nodes, the rows of the request itself counted. */
    Future<Long> base(InsertPlan.RowIdSource source);

    /** Takes ids from Topology. */
    Future<RowIdBlock> take(String table, long base, long count, long returned);
  }

  /** The ids that one request has taken. */
  final class Request {
    private final String database;
    private final long epoch;
    private final Source source;
    private final List<Block> held = new ArrayList<>();
    private boolean usedOlder;

    /**
     * @param database tells the database from all others, also from one that had its name before
     */
    Request(String database, long epoch, Source source) {
      this.database = database;
      this.epoch = epoch;
      this.source = source;
    }

    /** Whether ids came from a block that was there before: others may have used them since. */
    boolean usedOlderBlock() {
      return usedOlder;
    }

    /**
     * Puts ids in place of the NULLs in the row id cells of {@code rows}.
     *
     * @param expected how many ids the request may need of this table in all
     */
    Future<List<List<SqlValue>>> fill(InsertPlan plan, List<List<SqlValue>> rows, long expected) {
      String table = plan.rowIds().table();
      if (table.isEmpty()) {
        return Future.of(rows);
      }
      Block block = blocks.get(key(table));
      if (!needsIds(plan, rows)) {
        if (block != null) {
          block.spoiled |= after(plan, rows, block.next) != block.next;
        }
        return Future.of(rows);
      }
      if (plan.replaces()) {
        // Another client may have used the id meanwhile, and its row would be gone.
        throw SqlException.unsupported(
            "REPLACE of a row that gives no row id, over several nodes,", SourceSpan.NONE);
      }
      if (block != null
          && !block.spoiled
          && block.epoch == epoch
          && after(plan, rows, block.next) <= block.end) {
        usedOlder |= !held.contains(block);
        return Future.of(numbered(plan, rows, block));
      }
      return take(plan, rows, expected, block, 3);
    }

    /** The block's ids may no longer be SQLite's: rows of the table were changed. */
    void spoil(String table) {
      Block block = blocks.get(key(table));
      if (block != null) {
        block.spoiled = true;
      }
    }

    /** The request has ended. */
    void end(boolean applied) {
      for (Block block : held) {
        block.holders--;
        block.spoiled |= !applied;
      }
      held.clear();
    }

    private Future<List<List<SqlValue>>> take(
        InsertPlan plan, List<List<SqlValue>> rows, long expected, @Nullable Block old, int tries) {
      if (tries == 0) {
        throw new SqlException(
            ErrorCode.BUSY, "others take row ids of " + plan.table() + " at once; try again");
      }
      String table = plan.rowIds().table();
      LongSupplier giveBack = giveBack(old);
      return source
          .base(plan.rowIds())
          .flatMap(
              base -> {
                long needed = after(plan, rows, base) - base;
                long count = Math.max(Math.max(needed, expected), grown(old));
                long most = base > 0 ? Long.MAX_VALUE - base : Long.MAX_VALUE;
                return source.take(table, base, Math.min(count, most), giveBack.getAsLong());
              })
          .flatMap(
              ids -> {
                Block block = new Block(epoch, ids);
                blocks.put(key(table), block);
                return after(plan, rows, block.next) <= block.end
                    ? Future.of(numbered(plan, rows, block))
                    : take(plan, rows, expected, block, tries - 1);
              });
    }

    /**
     * Gives a block back unless others have had ids of it since now, when the base is asked for.
     */
    private LongSupplier giveBack(@Nullable Block old) {
      if (old == null || isHeldByOthers(old)) {
        return () -> RowIdBlock.NO_END;
      }
      long nextBefore = old.next;
      return () ->
          isHeldByOthers(old) || old.next != nextBefore ? RowIdBlock.NO_END : old.giveBack();
    }

    /** Whether rows with ids of the block may be under way, which no base counts. */
    private boolean isHeldByOthers(Block block) {
      return block.holders > (held.contains(block) ? 1 : 0);
    }

    private List<List<SqlValue>> numbered(InsertPlan plan, List<List<SqlValue>> rows, Block block) {
      if (!held.contains(block)) {
        held.add(block);
        block.holders++;
      }
      int cell = plan.rowIdCell();
      List<List<SqlValue>> numbered = new ArrayList<>();
      for (List<SqlValue> row : rows) {
        List<SqlValue> copy = new ArrayList<>(row);
        if (row.get(cell) instanceof SqlValue.Null) {
          copy.set(cell, new SqlValue.Int(block.next));
        }
        block.next = after(row.get(cell), block.next);
        numbered.add(copy);
      }
      return numbered;
    }

    private String key(String table) {
      return database + "/" + table;
    }
  }

  private static boolean needsIds(InsertPlan plan, List<List<SqlValue>> rows) {
    return rows.stream().anyMatch(row -> row.get(plan.rowIdCell()) instanceof SqlValue.Null);
  }

  /** A block grows with its use, so that few ids are lost with an isolate that hardly used any. */
  private static long grown(@Nullable Block old) {
    return old == null || old.spoiled ? 1 : Math.min(Limits.ROW_ID_BLOCK, old.size * 2);
  }

  /** The next id after {@code rows} when it was {@code next} before them. */
  private static long after(InsertPlan plan, List<List<SqlValue>> rows, long next) {
    long id = next;
    for (List<SqlValue> row : rows) {
      id = after(row.get(plan.rowIdCell()), id);
    }
    return id;
  }

  private static long after(SqlValue given, long next) {
    if (given instanceof SqlValue.Null) {
      if (next == Long.MAX_VALUE) {
        throw new SqlException(ErrorCode.SQL, "database or disk is full");
      }
      return next + 1;
    }
    if (Affinity.INTEGER.apply(given) instanceof SqlValue.Int id && id.value() >= next) {
      return id.value() == Long.MAX_VALUE ? Long.MAX_VALUE : id.value() + 1;
    }
    return next;
  }
}
