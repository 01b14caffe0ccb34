package storage.api;

/** A node's word on a change of the schema. */
public sealed interface ChangeVote {
  /** It can apply the change and is fenced until it is told how the change ends. */
  record Agreed() implements ChangeVote {}

  /** The change has been undone or applied already, or was made for another epoch. */
  record Over() implements ChangeVote {}

  /** It cannot; {@code message} is SQLite's own words or says why. */
  record Refused(String message) implements ChangeVote {}
}
