package conductor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import storage.api.StorageStatement;
import topology.api.SlotMap;

/**
 * Any query at all: the base rows that it may need are brought from their nodes into a SQLite
 * inside the conductor, and the query runs there as it is.
 *
 * @param inputs one for each table that it reads
 * @param statement the query
 */
public record Gather(List<Input> inputs, SqlTemplate statement) implements ReadPlan.Scattered {

  /**
   * The rows of one table.
   *
   * @param table its name, for messages
   * @param create makes the table in the scratch database
   * @param insert the INSERT into it up to and with VALUES
   * @param targets the nodes that hold rows that are needed
   * @param rows what they run
   */
  public record Input(
      String table, String create, String insert, Targets targets, SqlTemplate rows) {}

  public Gather {
    inputs = List.copyOf(inputs);
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
      for (int node : input.targets().nodes(bindings, slotMap)) {
        List<StorageStatement> program = programs.computeIfAbsent(node, none -> new ArrayList<>());
        places.put(node, program.size());
        program.add(rows);
      }
      loads.add(new Work.Load(input.table(), input.create(), input.insert(), places));
    }
    StorageStatement filled =
        StatementBuilder.forScratch().append(statement, bindings).build(StorageStatement.Kind.READ);
    return new Work(programs, false, new Work.Gathering(loads, filled));
  }
}
