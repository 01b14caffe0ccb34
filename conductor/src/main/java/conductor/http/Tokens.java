package conductor.http;

import async.Future;
import com.fasterxml.jackson.core.JsonGenerator;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.cache.MetadataCache;
import conductor.gateway.Entropy;
import conductor.gateway.Gateways;
import java.io.IOException;
import topology.api.Token;

/** The tokens of a database: {@code /databases/{db}/tokens}. Admission is over. */
final class Tokens {
  private static final String PREFIX = "ens_";

  /** 256 random bits, of which nobody guesses one. */
  private static final int TOKEN_LONGS = 4;

  /** Ids are only told apart, and shown to the admin. */
  private static final int ID_LONGS = 1;

  private static final int CHANGE_LONGS = 2;

  private Tokens() {}

  /** Makes a token. This answer is the only place where it is ever seen. */
  static Future<HttpReply> create(Gateways gateways, String database, String body) {
    Token.Access access = TokenBody.read(body);
    String secret = PREFIX + random(gateways.entropy(), TOKEN_LONGS);
    String id = random(gateways.entropy(), ID_LONGS);
    return gateways
        .entropy()
        .sha256(secret)
        .flatMap(
            hash ->
                Lost.unknown(
                    gateways.topology().addToken(database, new Token(id, hash, access)),
                    "the token was made"))
        .map(
            added -> {
              if (!added) {
                throw MetadataCache.noSuchDatabase(database);
              }
              return Replies.success(
                  201,
                  json -> {
                    json.writeStartObject();
                    writeFields(id, access, json);
                    json.writeStringField("token", secret);
                    json.writeEndObject();
                  });
            });
  }

  /** Lists ids and what they may do. */
  static Future<HttpReply> list(Gateways gateways, String database) {
    return gateways
        .topology()
        .snapshot(database)
        .map(found -> found.orElseThrow(() -> MetadataCache.noSuchDatabase(database)))
        .map(
            snapshot ->
                Replies.success(
                    200,
                    json -> {
                      json.writeStartArray();
                      for (Token token : snapshot.tokens()) {
                        json.writeStartObject();
                        writeFields(token.id(), token.access(), json);
                        json.writeEndObject();
                      }
                      json.writeEndArray();
                    }));
  }

  /** Takes a token back: no statement that comes later is run for it. */
  static Future<HttpReply> revoke(Gateways gateways, String database, String id) {
    String changeId = random(gateways.entropy(), CHANGE_LONGS);
    return Lost.unknown(
            gateways.topology().revokeToken(database, changeId, id), "the token was revoked")
        .flatMap(
            epoch ->
                epoch.isPresent()
                    ? Future.of(
                        Replies.success(
                            200,
                            json -> {
                              json.writeStartObject();
                              json.writeStringField("id", id);
                              json.writeEndObject();
                            }))
                    : notThere(gateways, database, id));
  }

  private static Future<HttpReply> notThere(Gateways gateways, String database, String id) {
    return gateways
        .topology()
        .snapshot(database)
        .flatMap(
            snapshot ->
                Future.failed(
                    snapshot.isPresent()
                        ? new SqlException(ErrorCode.NOT_FOUND, "no such token: " + id)
                        : MetadataCache.noSuchDatabase(database)));
  }

  private static void writeFields(String id, Token.Access access, JsonGenerator json)
      throws IOException {
    json.writeStringField("id", id);
    json.writeStringField("access", TokenBody.word(access));
  }

  /** Random hexadecimal digits, 16 for every 64 bits. */
  private static String random(Entropy entropy, int longs) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < longs; i++) {
      String part = Long.toHexString(entropy.nextLong());
      for (int missing = part.length(); missing < 16; missing++) {
        digits.append('0');
      }
      digits.append(part);
    }
    return digits.toString();
  }
}
