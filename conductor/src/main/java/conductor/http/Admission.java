package conductor.http;

import async.Future;
import conductor.api.Authority;
import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.SqlException;
import conductor.cache.LeastRecent;
import conductor.gateway.Gateways;
import org.jspecify.annotations.Nullable;
import topology.api.Snapshot;
import topology.api.Token;

/**
 * Says who may do what.
 *
 * <p>A token is the admin's or one that a database knows; every other is unknown, and 401 whatever
 * is asked for. So a sender whose token is unknown does not learn which databases exist. A token
 * that a database knows is 403 for what only the admin may do with that database; with the list of
 * databases, or with another database, it is unknown.
 */
final class Admission {
  private static final String SCHEME = "bearer ";

  private final @Nullable String adminToken;
  private @Nullable String adminHash;

  /** Who sends which token. What a caller may do is not here: that, the metadata says. */
  private final LeastRecent<Caller> callers = new LeastRecent<>(Limits.CALLERS);

  Admission(Settings settings) {
    this.adminToken = settings.adminToken();
  }

  /**
   * Who sends the {@code Authorization} header.
   *
   * @throws SqlException {@link ErrorCode#UNAUTHORIZED} when there is no token in it
   */
  Future<Caller> caller(Gateways gateways, @Nullable String authorization) {
    String token = token(authorization);
    Caller known = callers.get(token);
    if (known != null) {
      return Future.of(known);
    }
    return gateways
        .entropy()
        .sha256(token)
        .flatMap(
            hash ->
                adminHash(gateways)
                    .map(admin -> same(admin, hash) ? new Caller.Admin() : new Caller.Bearer(hash)))
        .map(
            caller -> {
              callers.put(token, caller);
              return caller;
            });
  }

  /** The authority of {@code caller} over a database's statements. */
  Authority authority(Caller caller) {
    return switch (caller) {
      case Caller.Admin ignored -> snapshot -> Authority.Access.WRITE;
      case Caller.Bearer bearer -> snapshot -> access(bearer, snapshot);
    };
  }

  /** True for the admin, and for one whose token the database knows; else fails with 401. */
  Future<Boolean> requireKnown(Gateways gateways, Caller caller, String database) {
    return switch (caller) {
      case Caller.Admin ignored -> Future.of(true);
      case Caller.Bearer bearer -> {
        if (!DatabaseName.isOne(database)) {
          throw unknownToken();
        }
        yield gateways
            .topology()
            .snapshot(database)
            .map(
                snapshot -> {
                  access(bearer, snapshot.orElseThrow(this::unknownToken));
                  return true;
                });
      }
    };
  }

  /** True for the admin; fails with 403 when {@code database} knows the token, else with 401. */
  Future<Boolean> requireAdmin(Gateways gateways, Caller caller, String database) {
    requireConfigured();
    return requireKnown(gateways, caller, database)
        .map(
            known -> {
              if (caller instanceof Caller.Bearer) {
                throw new SqlException(ErrorCode.FORBIDDEN, "only the admin token may do this");
              }
              return true;
            });
  }

  /** Refuses everyone but the admin where no database could know a token. */
  void requireAdmin(Caller caller) {
    requireConfigured();
    if (caller instanceof Caller.Bearer) {
      throw unknownToken();
    }
  }

  /** Refuses what only an admin may do when there can be none. */
  void requireConfigured() {
    if (adminToken == null) {
      throw unauthorized("no admin token is configured: set the secret ENSEMBLE_TOKEN");
    }
  }

  /** The refusal of a token that nobody knows. */
  SqlException unknownToken() {
    return unauthorized(
        adminToken == null
            ? "unknown token (and no admin token is configured: set the secret ENSEMBLE_TOKEN)"
            : "unknown token");
  }

  private Authority.Access access(Caller.Bearer bearer, Snapshot snapshot) {
    for (Token token : snapshot.tokens()) {
      if (same(token.hash(), bearer.hash())) {
        return switch (token.access()) {
          case READ -> Authority.Access.READ;
          case WRITE -> Authority.Access.WRITE;
        };
      }
    }
    throw unknownToken();
  }

  /** The hash of the admin token, or no hash when there is none. */
  private Future<String> adminHash(Gateways gateways) {
    if (adminToken == null) {
      return Future.of("");
    }
    if (adminHash != null) {
      return Future.of(adminHash);
    }
    return gateways
        .entropy()
        .sha256(adminToken)
        .map(
            hash -> {
              adminHash = hash;
              return hash;
            });
  }

  private static String token(@Nullable String authorization) {
    if (authorization == null) {
      throw unauthorized("no token: send the header Authorization: Bearer TOKEN");
    }
    boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    String token = bearer ? authorization.substring(SCHEME.length()).strip() : "";
    if (token.isEmpty() || token.indexOf(' ') >= 0) {
      throw unauthorized("the Authorization header must be: Bearer TOKEN");
    }
    return token;
  }

  /** Compares in a time that does not depend on where the two differ. */
  private static boolean same(String left, String right) {
    if (left.length() != right.length()) {
      return false;
    }
    int difference = 0;
    for (int i = 0; i < left.length(); i++) {
      difference |= left.charAt(i) ^ right.charAt(i);
    }
    return difference == 0;
  }

  private static SqlException unauthorized(String message) {
    return new SqlException(ErrorCode.UNAUTHORIZED, message);
  }
}
