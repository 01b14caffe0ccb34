package conductor.http;

import async.Future;
import java.util.List;

/** The rest of a body that is made while it is sent. */
public interface BodyStream {
  /** The next parts; none when there are no more. It never fails: that is told in the body. */
  Future<List<BodyPart>> next();

  /** Nobody wants the rest. */
  Future<Boolean> cancel();
}
