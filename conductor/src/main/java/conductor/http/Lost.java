package conductor.http;

import async.Future;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.gateway.Unreachable;

/** Changes whose answer did not come. */
final class Lost {
  private Lost() {}

  /**
   * {@code change}, whose loss is told as what it is: nobody knows whether it was done.
   *
   * @param done what would have been done, such as {@code the token was made}
   */
  static <T> Future<T> unknown(Future<T> change, String done) {
    return change.recover(
        failure ->
            Future.failed(
                failure instanceof Unreachable lost
                    ? new SqlException(
                        ErrorCode.OUTCOME_UNKNOWN,
                        lost.getMessage() + ": it is not known whether " + done)
                    : failure));
  }
}
