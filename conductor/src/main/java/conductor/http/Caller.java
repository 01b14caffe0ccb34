package conductor.http;

/** Who sends a request, as far as the token alone tells. */
sealed interface Caller {
  /** The one who has the admin token. */
  record Admin() implements Caller {}

  /**
   * Someone with another token, which one database may know.
   *
   * @param hash the SHA-256 of the token in lower-case hexadecimal
   */
  record Bearer(String hash) implements Caller {}
}
