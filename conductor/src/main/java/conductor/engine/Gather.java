package conductor.engine;

import conductor.eval.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import storage.api.StorageLimits;
import storage.api.StorageStatement;
import topology.api.SlotMap;

/**
 * Any query at all: the base rows that it may need are brought from their nodes into a SQLite
 * inside the conductor, and the query runs there as it is.
 *
 * @param inputs one for each table that it reads
 * @param wholeSchema whether the query tells of the schema, so that all of it is made anew there
 * @param views the CREATE VIEW of each view that it reads and that the schema does not hold
 * @param statement the query
 */
public record Gather(
    List<Input> inputs, boolean wholeSchema, List<String> views, SqlTemplate statement)
    implements ReadPlan.Scattered {
  /** Nodes differ in nothing but rows. */
  private static final int ANY_NODE = 0;

  /**
   * The rows of one table.
   *
   * @param table its name, for messages
   * @param create makes the table in the scratch database; empty when it is of the whole schema
   * @param insert the INSERT into it up to and with VALUES
   * @param targets the nodes that hold rows that are needed
   * @param rows what they run
   */
  public record Input(
      String table, String create, String insert, Targets targets, SqlTemplate rows) {}

  public Gather {
    inputs = List.copyOf(inputs);
    views = List.copyOf(views);
  }

  @Override
  public String label() {
    return "Gather";
  }

  Work work(Bindings bindings, SlotMap slotMap) {
    SortedMap<Integer, List<StorageStatement>> programs = new TreeMap<>();
    List<Work.Load> loads = new ArrayList<>();
    for (Input input : inputs) {
      StorageStatement rows =
          StatementBuilder.forNode()
              .append(input.rows(), bindings)
              .build(StorageStatement.Kind.READ);
      SortedMap<Integer, Integer> places = new TreeMap<>();
      for (int node : nodes(input.targets(), bindings, slotMap)) {
        List<StorageStatement> program = programs.computeIfAbsent(node, none -> new ArrayList<>());
        places.put(node, program.size());
        program.add(rows);
      }
      loads.add(new Work.Load(input.table(), input.create(), input.insert(), places));
    }
    int definitions = Work.Gathering.NO_DEFINITIONS;
    if (wholeSchema) {
      List<StorageStatement> program =
          programs.computeIfAbsent(ANY_NODE, none -> new ArrayList<>());
      definitions = program.size();
      program.add(SchemaAfter.DEFINITIONS);
    } else if (programs.isEmpty()) {
      // What is known of the schema may be out of date, and only a node's answer shows that.
      programs.put(ANY_NODE, List.of(SchemaAfter.NOTHING));
    }
    StorageStatement filled =
        StatementBuilder.forScratch().append(statement, bindings).build(StorageStatement.Kind.READ);
    return new Work(programs, false, new Work.Gathering(loads, definitions, views, filled));
  }

  /** All nodes where only SQLite itself, within its own bounds, can tell which. */
  private static SortedSet<Integer> nodes(Targets targets, Bindings bindings, SlotMap slotMap) {
    try {
      return targets.nodes(bindings, slotMap);
    } catch (EvaluationException refused) {
      if (!StorageLimits.isRefusal(String.valueOf(refused.getMessage()))) {
        throw refused;
      }
      return new Targets.All().nodes(bindings, slotMap);
    }
  }
}
