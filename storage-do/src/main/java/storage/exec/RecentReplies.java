package storage.exec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import storage.api.StorageLimits;
import storage.api.StorageReply;

/**
 * The replies to the requests that came last, by the ids of those that have one.
 *
 * <p>In memory alone: a message is doubled on its way to one object and does not outlive it.
 */
final class RecentReplies {
  private final Map<String, StorageReply> replies = new LinkedHashMap<>();

  @Nullable StorageReply find(String requestId) {
    return requestId.isEmpty() ? null : replies.get(requestId);
  }

  void remember(String requestId, StorageReply reply) {
    if (requestId.isEmpty()) {
      return;
    }
    if (replies.size() >= StorageLimits.REMEMBERED_REQUESTS) {
      replies.remove(replies.keySet().iterator().next());
    }
    replies.put(requestId, reply);
  }

  void forgetAll() {
    replies.clear();
  }
}
