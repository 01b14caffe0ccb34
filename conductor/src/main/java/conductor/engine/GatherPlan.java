package conductor.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a query is gathered, made when it is first needed: most queries never are. */
public final class GatherPlan {
  private final Supplier<ReadPlan> maker;
  private @Nullable ReadPlan made;

  /** A plan that {@code maker} makes. */
  public GatherPlan(Supplier<ReadPlan> maker) {
    this.maker = maker;
  }

  /** The plan. */
  public ReadPlan get() {
    ReadPlan plan = made;
    if (plan == null) {
      plan = maker.get();
      made = plan;
    }
    return plan;
  }
}
