package conductor.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;

/**
 * What names mean in one query: columns of its FROM, then its result columns, then what they mean
 * in the query around it. A name whose meaning is not sure here means nothing.
 *
 * @see <a href="https://sqlite.org/lang_select.html">SELECT</a>
 */
final class QueryScope {
  private final FromSources from;
  private final Set<String> aliases;
  private final @Nullable QueryScope outer;

  /**
   * @param aliases the folded names that AS gives to result columns
   * @param outer the query around, where its names are seen
   */
  QueryScope(FromSources from, Set<String> aliases, @Nullable QueryScope outer) {
    this.from = from;
    this.aliases = aliases;
    this.outer = outer;
  }

  /** The column of a table that {@code reference} means, if it surely means one. */
  Optional<SourceColumn> resolve(Expr.ColumnRef reference) {
    boolean bare = reference.table() == null;
    if (bare && from.anyOpaque()) {
      return Optional.empty();
    }
    List<Source.Meaning> meanings = new ArrayList<>();
    List<Source> meant = from.sources().stream().filter(s -> s.isMeant(reference)).toList();
    meant.forEach(source -> source.find(reference.column()).ifPresent(meanings::add));
    if (meanings.isEmpty() && meant.size() == 1) {
      meant.get(0).rowId(reference.column()).ifPresent(meanings::add);
    }
    if (meanings.size() == 1 || (meanings.size() > 1 && bare && from.merges(reference.column()))) {
      return Optional.ofNullable(meanings.get(0).column());
    }
    boolean unknownHere = meanings.isEmpty() && (bare || meant.isEmpty());
    boolean isAlias = bare && aliases.contains(reference.column().folded());
    return unknownHere && !isAlias && outer != null ? outer.resolve(reference) : Optional.empty();
  }
}
