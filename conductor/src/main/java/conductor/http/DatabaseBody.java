package conductor.http;

import conductor.api.Limits;
import java.util.OptionalInt;
import topology.api.SlotMap;

/**
 * The body that creates a database, which may be empty: {@code {"nodes": 4, "slots": 4096}}.
 *
 * @param nodes empty when any number will do
 * @param slots a power of two; empty when any number will do
 */
record DatabaseBody(OptionalInt nodes, OptionalInt slots) {
  /** The fields as they come. */
  private static final class Fields {
    private OptionalInt nodes = OptionalInt.empty();
    private OptionalInt slots = OptionalInt.empty();
  }

  static DatabaseBody read(String text) {
    if (text.isBlank()) {
      return new DatabaseBody(OptionalInt.empty(), OptionalInt.empty());
    }
    Fields fields =
        BodyReader.read(
            text,
            body -> {
              Fields read = new Fields();
              body.object(
                  "",
                  name -> {
                    switch (name) {
                      case "nodes" ->
                          read.nodes = OptionalInt.of(body.integer(name, 1, Limits.NODES));
                      case "slots", "virtualShards" -> {
                        if (read.slots.isPresent()) {
                          throw BodyReader.bad("", "has both slots and virtualShards");
                        }
                        read.slots =
                            OptionalInt.of(slots(body.integer(name, 1, SlotMap.MAX_SLOTS), name));
                      }
                      default -> {
                        return false;
                      }
                    }
                    return true;
                  });
              return read;
            });
    return checked(new DatabaseBody(fields.nodes, fields.slots));
  }

  /** Whether a database with these numbers is what is asked for. */
  boolean admits(int existingNodes, int existingSlots) {
    return nodes.orElse(existingNodes) == existingNodes
        && slots.orElse(existingSlots) == existingSlots;
  }

  /** How many slots a new database gets. */
  int slotsOfNew() {
    return slots.orElse(Limits.DEFAULT_SLOTS);
  }

  /** How many nodes a new database gets: never more than it has slots. */
  int nodesOfNew(int defaultNodes) {
    return nodes.orElse(Math.min(defaultNodes, slotsOfNew()));
  }

  private static int slots(int number, String name) {
    if (Integer.bitCount(number) != 1) {
      throw BodyReader.bad(name, "must be a power of two, not " + number);
    }
    return number;
  }

  private static DatabaseBody checked(DatabaseBody body) {
    if (body.nodes.isPresent() && body.nodes.getAsInt() > body.slotsOfNew()) {
      throw BodyReader.bad(
          "nodes",
          "must not be more than the slots: "
              + body.nodes.getAsInt()
              + " nodes for "
              + body.slotsOfNew()
              + " slots");
    }
    return body;
  }
}
