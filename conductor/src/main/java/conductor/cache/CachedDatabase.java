package conductor.cache;

import conductor.api.Limits;
import conductor.engine.Planned;
import conductor.semantics.Catalog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema of a database at one epoch, and the plans that were made with it. */
public final class CachedDatabase {
  private final Catalog catalog;
  private final LeastRecent<List<Planned>> plans = new LeastRecent<>(Limits.PLANS);

  CachedDatabase(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The schema. */
  public Catalog catalog() {
    return catalog;
  }

  /** The plans of the statements of {@code sql}, or null. */
  public @Nullable List<Planned> plans(String sql) {
    return sql.length() > Limits.PLANNED_CHARACTERS ? null : plans.get(sql);
  }

  /** Remembers the plans of the statements of {@code sql}. */
  public void remember(String sql, List<Planned> planned) {
    if (sql.length() <= Limits.PLANNED_CHARACTERS) {
      plans.put(sql, planned);
    }
  }
}
