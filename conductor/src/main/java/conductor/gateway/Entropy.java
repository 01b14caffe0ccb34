package conductor.gateway;

import async.Future;

/** Numbers that nobody can guess, and the hash that hides what must stay secret. */
public interface Entropy {
  /** 64 random bits. */
  long nextLong();

  /** The SHA-256 of the text's UTF-8, in 64 lower-case hexadecimal digits. */
  Future<String> sha256(String text);
}
