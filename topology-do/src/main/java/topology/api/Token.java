package topology.api;

/**
 * A token that opens one database.
 *
 * @param id its public name
 * @param hash SHA-256 of the whole token in lower-case hexadecimal; the token itself is nowhere
 * @param access what it may do
 */
public record Token(String id, String hash, Access access) {
  /** What a token may do. */
  public enum Access {
    /** SELECT. */
    READ,
    /** Every statement. */
    WRITE
  }
}
