package conductor.engine;

import java.util.List;
import topology.api.SlotMap;

/** How one statement is carried out: a value that can be printed and used again. */
public sealed interface Plan permits ReadPlan, WritePlan, InsertPlan, SchemaPlan {
  /** The plan in a line, such as {@code Route(EqualUnique)}. */
  String label();

  /**
   * What an execution knows beforehand.
   *
   * @param slotMap of the snapshot that the plan was made with
   * @param bindings the values of the parameters
   */
  record Input(SlotMap slotMap, Bindings bindings) {}

  /** The names of the result columns of what answers no rows. */
  List<String> NO_COLUMNS = List.of();
}
