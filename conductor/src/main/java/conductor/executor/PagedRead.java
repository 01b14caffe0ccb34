package conductor.executor;

import async.Future;
import conductor.api.Answer;
import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.SqlException;
import conductor.engine.RowOrder;
import conductor.engine.RowStream;
import conductor.engine.Rows;
import conductor.gateway.Gateways;
import conductor.gateway.Unreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import storage.api.EncodedRows;
import storage.api.PageReply;
import storage.api.RowCounts;
import storage.api.Seen;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.api.TextRows;

/**
 * A query whose rows come from its nodes page by page, each node's of the moment when it was first
 * asked. The conductor holds a page of each node and no more.
 */
final class PagedRead implements AnswerStream {
  private final Gateways gateways;
  private final RowStream merge;
  private final String plan;
  private final List<Source> sources = new ArrayList<>();
  private final int width;
  private List<String> columns;
  private RowCounts work = RowCounts.NONE;
  private int subrequests;
  private boolean closed;

  /** The read on one node. */
  private static final class Source {
    private final String nodeId;
    private final String cursor;
    private EncodedRows rows = TextRows.NONE;
    private int pages;
    private Seen seen = Seen.NOTHING;
    private long sizeBytes;

    /** Whether the node has another page. */
    private boolean more;

    Source(String nodeId, String cursor) {
      this.nodeId = nodeId;
      this.cursor = cursor;
    }
  }

  /**
   * @param subrequests how many were made before
   * @param plan how it is carried out, in a line
   * @param width how many nodes are asked at once
   */
  private PagedRead(Gateways gateways, RowStream merge, int subrequests, String plan, int width) {
    this.gateways = gateways;
    this.merge = merge;
    this.subrequests = subrequests;
    this.plan = plan;
    this.width = width;
    this.columns = merge.columns();
  }

  /**
   * Begins a read on all of its nodes; ends with their first pages, or on none.
   *
   * @param requests one for each node
   */
  static Future<PagedRead> open(
      Gateways gateways,
      List<StorageRequest> requests,
      RowStream merge,
      int subrequests,
      String plan,
      int width) {
    PagedRead read = new PagedRead(gateways, merge, subrequests, plan, width);
    for (StorageRequest request : requests) {
      read.sources.add(
          new Source(
              request.nodeId(),
              Long.toHexString(gateways.entropy().nextLong())
                  + Long.toHexString(gateways.entropy().nextLong())));
    }
    List<Throwable> failures = new ArrayList<>();
    return Window.all(
            width,
            requests.size(),
            i ->
                read.opened(i, requests.get(i))
                    .recover(
                        failure -> {
                          failures.add(failure);
                          return Future.of(false);
                        }))
        .flatMap(
            all ->
                failures.isEmpty()
                    ? Future.of(read)
                    : read.close().flatMap(ended -> Future.failed(read.worst(failures))));
  }

  /** Whether the rows of all nodes have seen the same of what was written on several of them. */
  boolean agrees() {
    SortedMap<Integer, Seen> seen = new TreeMap<>();
    for (int i = 0; i < sources.size(); i++) {
      seen.put(i, sources.get(i).seen);
    }
    return ComparedRead.behind(seen, i -> sources.get(i).nodeId).isEmpty();
  }

  /** How many requests were made so far. */
  int requests() {
    return subrequests;
  }

  /** Metadata out of date explain every other failure, and a lost node those that follow. */
  private Throwable worst(List<Throwable> failures) {
    for (Throwable failure : failures) {
      if (failure instanceof StaleMetadata) {
        return failure;
      }
    }
    Throwable first = failures.get(0);
    return first instanceof NodeHeld ? new NodeHeld(subrequests) : first;
  }

  private Future<Boolean> opened(int position, StorageRequest request) {
    int characters =
        Math.clamp(
            Limits.STREAM_CHARACTERS / sources.size(),
            Limits.LEAST_PAGE_CHARACTERS,
            Limits.PAGE_CHARACTERS);
    subrequests++;
    Source source = sources.get(position);
    // Until the node answers nobody knows whether the read has begun there.
    source.more = true;
    return gateways
        .storage()
        .open(request, source.cursor, characters)
        .map(reply -> taken(position, reply));
  }

  private Future<Boolean> fetched(int position) {
    Source source = sources.get(position);
    subrequests++;
    return gateways
        .storage()
        .fetch(source.nodeId, source.cursor, source.pages)
        .map(reply -> taken(position, reply));
  }

  /** Takes in the next page of a source. */
  private boolean taken(int position, PageReply reply) {
    Source source = sources.get(position);
    source.more = reply instanceof PageReply.Page page && page.more();
    return switch (reply) {
      case PageReply.Page page -> added(position, page);
      case PageReply.Refused refused -> throw failure(refused.why());
      case PageReply.Gone gone -> throw new SqlException(ErrorCode.MOMENT_LOST, gone.why());
    };
  }

  private boolean added(int position, PageReply.Page page) {
    Source source = sources.get(position);
    source.rows = page.rows().rows();
    source.sizeBytes = page.sizeBytes();
    if (source.pages == 0) {
      source.seen = page.seen();
    }
    source.pages++;
    work = work.plus(page.rows().counts());
    RowOrder order = merge.order();
    if (order == null) {
      columns = page.rows().columns();
      return true;
    }
    order.add(position, Rows.read(Rows.keys(page.rows())));
    if (!page.more()) {
      order.end(position);
    }
    return true;
  }

  private RuntimeException failure(StorageReply reply) {
    return switch (reply) {
      case StorageReply.Busy ignored -> new NodeHeld(subrequests);
      case StorageReply.Stale ignored -> new StaleMetadata();
      case StorageReply.WrongNode ignored -> new StaleMetadata();
      case StorageReply.Failed failed -> new SqlException(ErrorCode.SQL, failed.message());
      case StorageReply.Done done ->
          throw new IllegalStateException("a page was asked for, not " + done);
      case StorageReply.Over over ->
          throw new IllegalStateException("a page was asked for, not " + over);
    };
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Future<EncodedRows> next(String joint) {
    if (isOver()) {
      return close().map(ended -> TextRows.NONE);
    }
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      if (isMissing(i)) {
        missing.add(i);
      }
    }
    return Window.all(width, missing.size(), i -> fetched(missing.get(i)))
        .flatMap(
            all -> {
              EncodedRows rows = take(joint);
              return rows.count() > 0 ? Future.of(rows) : next(joint);
            })
        .recover(failure -> close().flatMap(ended -> Future.failed(told(failure))));
  }

  private static Throwable told(Throwable failure) {
    return failure instanceof Unreachable lost
        ? new SqlException(ErrorCode.UNREACHABLE, String.valueOf(lost.getMessage()))
        : failure;
  }

  private boolean isOver() {
    RowOrder order = merge.order();
    if (order != null) {
      return closed || order.isFull() || order.isEnd();
    }
    Source source = sources.get(0);
    return closed || (source.rows.count() == 0 && !source.more);
  }

  private boolean isMissing(int position) {
    Source source = sources.get(position);
    RowOrder order = merge.order();
    return source.more && (order == null ? source.rows.count() == 0 : order.isMissing(position));
  }

  private EncodedRows take(String joint) {
    RowOrder order = merge.order();
    if (order == null) {
      EncodedRows page = sources.get(0).rows;
      sources.get(0).rows = TextRows.NONE;
      return page.count() == 0 ? page : page.joined(joint);
    }
    List<EncodedRows> pages = new ArrayList<>();
    for (Source source : sources) {
      pages.add(source.rows);
    }
    int[] starts = order.taken();
    return pages.get(0).interleaved(pages, starts, order.next(), joint);
  }

  @Override
  public Answer end() {
    long sizeBytes = 0;
    for (Source source : sources) {
      sizeBytes += source.sizeBytes;
    }
    Answer.Cost cost = new Answer.Cost(subrequests, sources.size(), work, sizeBytes);
    return new Answer(columns, TextRows.NONE, 0, 0, false, cost, plan);
  }

  /** Further requests were made for it. */
  void charge(int requests) {
    subrequests += requests;
  }

  /** Nodes that cannot be told forget the read by themselves, when others take its place. */
  @Override
  public Future<Boolean> close() {
    closed = true;
    List<Source> unfinished = new ArrayList<>();
    for (Source source : sources) {
      if (source.more) {
        source.more = false;
        unfinished.add(source);
      }
    }
    subrequests += unfinished.size();
    return Window.all(
            width,
            unfinished.size(),
            i -> {
              Source source = unfinished.get(i);
              return gateways
                  .storage()
                  .close(source.nodeId, source.cursor)
                  .recover(
                      failure ->
                          failure instanceof Unreachable
                              ? Future.of(false)
                              : Future.failed(failure));
            })
        .map(all -> true);
  }
}
