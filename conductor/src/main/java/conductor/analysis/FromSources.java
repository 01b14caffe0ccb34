package conductor.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.JoinConstraint;
import sqlite.ast.JoinKind;
import sqlite.ast.Name;
import sqlite.ast.TableRef;

/**
 * The sources of one FROM clause, from left to right, and what its joins demand.
 *
 * <pre>
 *   a JOIN b ON p LEFT JOIN c ON q
 *   p holds for every row of the result; q for every one with a row of c
 * </pre>
 *
 * A demand counts for all rows where no outer join can undo it, and for the rows of the right side
 * of a LEFT JOIN alone where that is one source.
 */
final class FromSources {
  private final BiFunction<TableRef, Boolean, Source> maker;
  private final List<Source> sources = new ArrayList<>();
  private final List<Expr> conditions = new ArrayList<>();
  private final List<Equality> equalities = new ArrayList<>();
  private final Map<Source, Demand> own = new HashMap<>();
  private final List<Name> merged = new ArrayList<>();
  private final Set<SourceColumn> repeated = new HashSet<>();
  private boolean natural;
  private boolean showsUnknown;
  private boolean rightOrFull;

  /**
   * What a LEFT JOIN demands of the rows of its right side.
   *
   * @param conditions its ON
   * @param equalities its USING
   */
  record Demand(List<Expr> conditions, List<Equality> equalities) {
    static final Demand NONE = new Demand(List.of(), List.of());
  }

  private FromSources(BiFunction<TableRef, Boolean, Source> maker) {
    this.maker = maker;
  }

  /**
   * The sources of a FROM.
   *
   * @param maker makes the source of a table, subquery or function, told whether an outer join
   *     makes up rows of it; called from left to right
   */
  static FromSources of(@Nullable TableRef from, BiFunction<TableRef, Boolean, Source> maker) {
    FromSources sources = new FromSources(maker);
    if (from != null) {
      sources.add(from, false);
    }
    return sources;
  }

  List<Source> sources() {
    return sources;
  }

  /** The ON conditions that hold for all rows of the result. */
  List<Expr> conditions() {
    return conditions;
  }

  /** The same of USING and NATURAL. */
  List<Equality> equalities() {
    return equalities;
  }

  /** What else holds for the rows of one source. */
  Demand own(Source source) {
    return own.getOrDefault(source, Demand.NONE);
  }

  boolean anyOpaque() {
    return sources.stream().anyMatch(Source::isOpaque);
  }

  /**
   * What {@code *} shows: a column that USING or NATURAL compares is shown once; empty when that is
   * not known.
   */
  Optional<List<Source.OutputColumn>> all() {
    List<Source.OutputColumn> all = new ArrayList<>();
    for (Source source : sources) {
      Optional<List<Source.OutputColumn>> own = source.all();
      if (showsUnknown || rightOrFull || own.isEmpty()) {
        return Optional.empty();
      }
      for (Source.OutputColumn column : own.get()) {
        if (column.inner() == null || !repeated.contains(column.inner())) {
          all.add(column);
        }
      }
    }
    return Optional.of(all);
  }

  /** Whether a name of several sources means the first one's column, by USING or NATURAL. */
  boolean merges(Name column) {
    return !rightOrFull && (natural || merged.stream().anyMatch(column::sameAs));
  }

  private void add(TableRef ref, boolean nullable) {
    switch (ref) {
      case TableRef.Named named -> sources.add(maker.apply(named, nullable));
      case TableRef.TableFunction function -> sources.add(maker.apply(function, nullable));
      case TableRef.Subquery subquery -> sources.add(maker.apply(subquery, nullable));
      case TableRef.Nested nested -> {
        if (nested.alias() == null) {
          add(nested.inner(), nullable);
        } else {
          sources.add(maker.apply(nested, nullable));
        }
      }
      case TableRef.Join join -> addJoin(join, nullable);
    }
  }

  private void addJoin(TableRef.Join join, boolean nullable) {
    JoinKind kind = join.operator().kind();
    int start = sources.size();
    add(join.left(), nullable || kind == JoinKind.RIGHT || kind == JoinKind.FULL);
    int middle = sources.size();
    add(join.right(), nullable || kind == JoinKind.LEFT || kind == JoinKind.FULL);
    List<Source> left = List.copyOf(sources.subList(start, middle));
    List<Source> right = List.copyOf(sources.subList(middle, sources.size()));
    Demand demand = demand(join, left, right);
    switch (kind) {
      case INNER, CROSS, COMMA -> {
        if (!nullable) {
          conditions.addAll(demand.conditions());
          equalities.addAll(demand.equalities());
        }
      }
      case LEFT -> {
        if (!nullable && right.size() == 1) {
          own.put(right.get(0), demand);
        }
      }
      case RIGHT, FULL -> rightOrFull = true;
    }
  }

  private Demand demand(TableRef.Join join, List<Source> left, List<Source> right) {
    if (join.operator().natural()) {
      natural = true;
      return new Demand(List.of(), shared(left, right));
    }
    return switch (join.constraint()) {
      case null -> Demand.NONE;
      case JoinConstraint.On on -> new Demand(List.of(on.condition()), List.of());
      case JoinConstraint.Using using -> {
        merged.addAll(using.columns());
        List<Equality> pairs = new ArrayList<>();
        for (Name column : using.columns()) {
          pair(column, left, right).ifPresent(pairs::add);
          repeat(column, right);
        }
        yield new Demand(List.of(), pairs);
      }
    };
  }

  /** The columns that a NATURAL join compares, where all are known. */
  private List<Equality> shared(List<Source> left, List<Source> right) {
    List<Equality> pairs = new ArrayList<>();
    if (right.size() != 1 || left.stream().anyMatch(Source::isOpaque)) {
      showsUnknown = true;
      return pairs;
    }
    for (Source.OutputColumn column : right.get(0).all().orElse(List.of())) {
      Name name = column.name();
      if (name != null && left.stream().anyMatch(source -> source.find(name).isPresent())) {
        pair(name, left, right).ifPresent(pairs::add);
        repeat(name, right);
      }
    }
    return pairs;
  }

  /** Notes that a column of the right side is shown with that of the left. */
  private void repeat(Name column, List<Source> right) {
    Optional<SourceColumn> own = right.size() == 1 ? first(column, right) : Optional.empty();
    own.ifPresent(repeated::add);
    showsUnknown |= own.isEmpty();
  }

  private static Optional<Equality> pair(Name column, List<Source> left, List<Source> right) {
    Optional<SourceColumn> one = first(column, left);
    Optional<SourceColumn> other = right.size() == 1 ? first(column, right) : Optional.empty();
    return one.isPresent() && other.isPresent()
        ? Equality.of(one.get(), other.get())
        : Optional.empty();
  }

  private static Optional<SourceColumn> first(Name column, List<Source> sources) {
    for (Source source : sources) {
      if (source.isOpaque()) {
        return Optional.empty();
      }
      Optional<Source.Meaning> meaning = source.find(column);
      if (meaning.isPresent()) {
        return Optional.ofNullable(meaning.get().column());
      }
    }
    return Optional.empty();
  }
}
