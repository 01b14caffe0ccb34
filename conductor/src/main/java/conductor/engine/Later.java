package conductor.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a plan that is made when it is first needed: most never are.
 *
 * @param <T> the part
 */
public final class Later<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  /** A part that {@code maker} makes; what it throws is thrown by {@link #get}. */
  public Later(Supplier<T> maker) {
    this.maker = maker;
  }

  /** The part. */
  public T get() {
    T part = made;
    if (part == null) {
      part = maker.get();
      made = part;
    }
    return part;
  }
}
