package conductor.analysis;

import conductor.semantics.Catalog;
import conductor.semantics.RowScope;
import conductor.semantics.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sqlite.ast.JoinKind;
import sqlite.ast.SelectCore;
import sqlite.ast.TableRef;

/**
 * Finds joins whose rows are each made of rows of one node, so that every node can make its own.
 *
 * <pre>
 *   FROM a JOIN b ON b.a_id = a.id LEFT JOIN c ON c.id = b.a_id       each sharded by that column
 * </pre>
 *
 * <p>Every table must be joined to one before it by equality of their whole shard keys, column by
 * column and of the same type, so that equal keys stand on the same node. A row that an outer join
 * makes up is right too: the row that it did not find would be on the node of the one that it has.
 * RIGHT and FULL joins are taken where there is no other join.
 */
public final class LocalJoin {
  private final FromSources from;
  private final Facts certain;
  private final QueryScope scope;

  private LocalJoin(FromSources from, Facts certain, QueryScope scope) {
    this.from = from;
    this.certain = certain;
    this.scope = scope;
  }

  /** What names mean in such a join; empty when {@code core} is not over one. */
  public static Optional<RowScope> of(SelectCore.Query core, Catalog catalog) {
    if (!(core.from() instanceof TableRef.Join join)
        || !isOfTables(join, catalog)
        || (isRightOrFull(join) && !isOfTwo(join))) {
      return Optional.empty();
    }
    FromSources from = FromSources.of(join, (ref, nullable) -> source(ref, nullable, catalog));
    QueryScope scope = new QueryScope(from, Set.of(), null);
    Facts certain = Facts.certain(core, from, scope);
    return new LocalJoin(from, certain, scope).isLocal()
        ? Optional.of(new JoinScope(from, scope))
        : Optional.empty();
  }

  private static boolean isOfTables(TableRef ref, Catalog catalog) {
    return switch (ref) {
      case TableRef.Named named ->
          catalog.view(named.name()).isEmpty()
              && catalog.find(named.name().name()).isPresent()
              && (named.name().schema() == null || named.name().schema().sameAs("main"));
      case TableRef.Nested nested -> nested.alias() == null && isOfTables(nested.inner(), catalog);
      case TableRef.Join join ->
          isOfTables(join.left(), catalog) && isOfTables(join.right(), catalog);
      case TableRef.Subquery ignored -> false;
      case TableRef.TableFunction ignored -> false;
    };
  }

  private static boolean isRightOrFull(TableRef ref) {
    return switch (ref) {
      case TableRef.Named ignored -> false;
      case TableRef.Nested nested -> isRightOrFull(nested.inner());
      case TableRef.Join join -> {
        JoinKind kind = join.operator().kind();
        yield kind == JoinKind.RIGHT
            || kind == JoinKind.FULL
            || isRightOrFull(join.left())
            || isRightOrFull(join.right());
      }
      case TableRef.Subquery ignored -> false;
      case TableRef.TableFunction ignored -> false;
    };
  }

  private static boolean isOfTwo(TableRef.Join join) {
    return join.left() instanceof TableRef.Named && join.right() instanceof TableRef.Named;
  }

  private static Source source(TableRef ref, boolean nullable, Catalog catalog) {
    if (!(ref instanceof TableRef.Named named)) {
      throw new IllegalStateException("not a table: " + ref);
    }
    return Source.ofTable(named.exposedName(), catalog.table(named.name()), nullable);
  }

  private boolean isLocal() {
    Set<String> names = new HashSet<>();
    List<Source> located = new ArrayList<>();
    for (Source source : from.sources()) {
      if (source.exposed() == null || !names.add(source.exposed().folded())) {
        return false;
      }
      if (!located.isEmpty() && located.stream().noneMatch(other -> isWith(source, other))) {
        return false;
      }
      located.add(source);
    }
    return true;
  }

  /** Whether the rows of a source that are joined to rows of another are on the same node. */
  private boolean isWith(Source source, Source other) {
    Facts facts =
        certain.and(Facts.of(from.own(source), scope)).and(Facts.of(from.ofOnlyJoin(), scope));
    ColumnClasses classes = ColumnClasses.of(facts);
    TableSchema mine = source.table();
    TableSchema its = other.table();
    if (mine == null || its == null || mine.placement().size() != its.placement().size()) {
      return false;
    }
    for (int i = 0; i < mine.placement().size(); i++) {
      int left = mine.placement().get(i);
      int right = its.placement().get(i);
      boolean same =
          mine.affinity(left) == its.affinity(right)
              && mine.collation(left) == its.collation(right)
              && classes
                  .of(new SourceColumn(source, left))
                  .equals(classes.of(new SourceColumn(other, right)));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
