package conductor.analysis;

import java.util.Optional;

/** Two columns that hold the same value in every row that matters, and never NULL. */
record Equality(SourceColumn left, SourceColumn right) {
  /** The equality, unless a third value may be equal to one of them and not to the other. */
  static Optional<Equality> of(SourceColumn left, SourceColumn right) {
    return left.comparesPlainlyWith(right)
        ? Optional.of(new Equality(left, right))
        : Optional.empty();
  }
}
