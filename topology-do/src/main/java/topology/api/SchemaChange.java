package topology.api;

import java.util.List;

/**
 * A change of the schema, as a whole: what every node runs and what the metadata is afterwards.
 *
 * @param id unguessable and never used twice; a change that arrives again is applied once
 * @param fromEpoch the epoch that it was made for; at any other it is not applied
 * @param statements the DDL that every node runs, in order, in one transaction
 * @param tables all tables after the change
 * @param indexes all indexes after the change
 * @param views all views after the change
 */
public record SchemaChange(
    String id,
    long fromEpoch,
    List<String> statements,
    List<Table> tables,
    List<Index> indexes,
    List<View> views) {
  public SchemaChange {
    statements = List.copyOf(statements);
    tables = List.copyOf(tables);
    indexes = List.copyOf(indexes);
    views = List.copyOf(views);
  }
}
