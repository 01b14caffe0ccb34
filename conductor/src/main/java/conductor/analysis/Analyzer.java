package conductor.analysis;

import conductor.semantics.Catalog;
import conductor.semantics.TableSchema;
import conductor.semantics.ViewSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sqlite.ast.CommonTable;
import sqlite.ast.CreateView;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.QualifiedName;
import sqlite.ast.Quantifier;
import sqlite.ast.ResultColumn;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.Statement;
import sqlite.ast.TableRef;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;
import sqlite.token.SourceSpan;

/**
 * Goes through the queries of a statement from the outside in, and takes along what holds for their
 * rows.
 *
 * <pre>
 *   SELECT ... FROM a JOIN v ON a.k = v.k WHERE a.k = 5         v: SELECT k, x FROM t WHERE x > 1
 *   of a and of t matter the rows with k = 5; of t those with x > 1
 * </pre>
 *
 * <p>Why rows that fail a condition of their source may be missing: a row of the result that such a
 * row takes part in would satisfy all conditions, so there is none. And where a row is missing that
 * a LEFT JOIN had found, the row that the join makes up in its place has the same left side, and
 * NULLs, which no equality lets through: what tells against the missing row tells against that one.
 */
final class Analyzer {
  /** Deeper views are left alone: they may be defined in a circle. */
  private static final int DEPTH = 50;

  private static final SelectCore NOTHING =
      new SelectCore.Values(
          List.of(List.of(new Expr.NullLiteral(SourceSpan.NONE))), SourceSpan.NONE);

  private final Catalog catalog;
  private final List<TableUse> uses = new ArrayList<>();
  private final Set<String> blurred = new HashSet<>();

  Analyzer(Catalog catalog) {
    this.catalog = catalog;
  }

  Analysis analyze(Statement statement) {
    if (statement instanceof Select select) {
      analyze(select, Names.OUTSIDE, null, Facts.NONE);
    } else {
      new TreeWalker(new Within(Names.OUTSIDE, null, Facts.NONE, false)).walk(statement);
    }
    return new Analysis(uses, blurred);
  }

  /**
   * What names of tables mean.
   *
   * @param common the folded names of the common tables in sight
   * @param inMain whether a name without a schema is one of main, as in a view of main
   * @param depth how many views this is within
   */
  private record Names(Set<String> common, boolean inMain, int depth) {
    static final Names OUTSIDE = new Names(Set.of(), false, 0);

    Names with(List<CommonTable> tables) {
      Set<String> more = new HashSet<>(common);
      tables.forEach(table -> more.add(table.name().folded()));
      return new Names(more, inMain, depth);
    }

    Names inside(CreateView view) {
      return new Names(Set.of(), !view.temporary(), depth + 1);
    }

    boolean isCommon(QualifiedName name) {
      return name.schema() == null && common.contains(name.name().folded());
    }

    QualifiedName qualified(QualifiedName name) {
      return inMain && name.schema() == null
          ? new QualifiedName(Name.of("main"), name.name(), name.span())
          : name;
    }
  }

  /**
   * A query whose sources are known and its facts not yet.
   *
   * @param names what names of tables mean within it
   * @param parts its parts; null stands for VALUES
   */
  private record Query(
      Select select, Names names, @Nullable QueryScope outer, List<@Nullable Part> parts) {}

  /**
   * A part of a query.
   *
   * @param tables what the sources that are tables are called
   * @param queries what the sources that are queries stand for
   */
  private record Part(
      SelectCore.Query core,
      FromSources from,
      QueryScope scope,
      Map<Source, QualifiedName> tables,
      Map<Source, Query> queries) {}

  private void analyze(Select select, Names names, @Nullable QueryScope outer, Facts facts) {
    flow(query(select, names, outer), facts, Facts.NONE);
  }

  private Query query(Select select, Names around, @Nullable QueryScope outer) {
    Names names = select.with() == null ? around : around.with(select.with().tables());
    List<@Nullable Part> parts = new ArrayList<>();
    parts.add(part(select.first(), names, outer));
    select.rest().forEach(term -> parts.add(part(term.core(), names, outer)));
    return new Query(select, names, outer, parts);
  }

  private @Nullable Part part(SelectCore core, Names names, @Nullable QueryScope outer) {
    if (!(core instanceof SelectCore.Query query)) {
      return null;
    }
    Map<Source, QualifiedName> tables = new HashMap<>();
    Map<Source, Query> queries = new HashMap<>();
    FromSources from =
        FromSources.of(
            query.from(), (ref, nullable) -> source(ref, nullable, names, outer, tables, queries));
    return new Part(query, from, new QueryScope(from, aliases(query), outer), tables, queries);
  }

  private static Set<String> aliases(SelectCore.Query query) {
    Set<String> aliases = new HashSet<>();
    for (ResultColumn column : query.columns()) {
      if (column instanceof ResultColumn.Expression expression && expression.alias() != null) {
        aliases.add(expression.alias().folded());
      }
    }
    return aliases;
  }

  private Source source(
      TableRef ref,
      boolean nullable,
      Names names,
      @Nullable QueryScope outer,
      Map<Source, QualifiedName> tables,
      Map<Source, Query> queries) {
    return switch (ref) {
      case TableRef.Named named -> {
        if (names.isCommon(named.name())) {
          yield Source.opaque(named.exposedName(), nullable);
        }
        QualifiedName name = names.qualified(named.name());
        Optional<ViewSchema> view = catalog.view(name);
        if (view.isPresent()) {
          yield ofView(view.get(), named.exposedName(), nullable, names, queries);
        }
        Optional<TableSchema> table = catalog.find(name.name());
        if (table.isEmpty() || (name.schema() != null && !name.schema().sameAs("main"))) {
          yield Source.opaque(named.exposedName(), nullable);
        }
        Source source = Source.ofTable(named.exposedName(), table.get(), nullable);
        tables.put(source, named.name());
        yield source;
      }
      case TableRef.Subquery subquery ->
          ofQuery(
              query(subquery.query(), names, outer),
              List.of(),
              subquery.alias(),
              nullable,
              queries);
      case TableRef.Nested nested -> {
        // Which of the names inside it shows is left alone.
        Source source = Source.opaque(nested.alias(), nullable);
        queries.put(source, query(allOf(nested.inner()), names, outer));
        yield source;
      }
      case TableRef.TableFunction function -> Source.opaque(function.exposedName(), nullable);
      case TableRef.Join join -> throw new IllegalArgumentException("a join is several sources");
    };
  }

  private static Select allOf(TableRef from) {
    return Select.of(
        new SelectCore.Query(
            Quantifier.ALL,
            List.of(new ResultColumn.Star(from.span())),
            from,
            null,
            List.of(),
            null,
            List.of(),
            from.span()));
  }

  private Source ofView(
      ViewSchema view, Name exposed, boolean nullable, Names names, Map<Source, Query> queries) {
    if (isTooDeep(names)) {
      return Source.opaque(exposed, nullable);
    }
    CreateView definition = view.definition();
    return ofQuery(
        query(definition.query(), names.inside(definition), null),
        definition.columns(),
        exposed,
        nullable,
        queries);
  }

  /** Whether a view is left alone, so that any table may be read within it. */
  private boolean isTooDeep(Names names) {
    if (names.depth() < DEPTH) {
      return false;
    }
    catalog.snapshot().tables().forEach(table -> blurred.add(Name.of(table.name()).folded()));
    return true;
  }

  private static Source ofQuery(
      Query inner,
      List<Name> columns,
      @Nullable Name exposed,
      boolean nullable,
      Map<Source, Query> queries) {
    Part first = inner.parts().get(0);
    Source source =
        (first == null
                ? Optional.<List<Source.OutputColumn>>empty()
                : OutputColumns.of(
                    inner.select(), first.core(), first.from(), first.scope(), columns))
            .map(outputs -> Source.ofQuery(exposed, outputs, nullable))
            .orElseGet(() -> Source.opaque(exposed, nullable));
    queries.put(source, inner);
    return source;
  }

  /**
   * Takes facts into a query.
   *
   * @param facts what holds for its rows that matter, and of the queries around it
   * @param ofRows those of its own rows that hold where an outer join makes up rows too
   */
  private void flow(Query query, Facts facts, Facts ofRows) {
    Select select = query.select();
    if (select.with() != null) {
      for (CommonTable common : select.with().tables()) {
        // A name within may mean the common table or the table.
        catalog.find(common.name()).ifPresent(table -> blurred.add(common.name().folded()));
        analyze(common.query(), query.names(), query.outer(), Facts.NONE);
      }
    }
    QueryScope scope = query.outer();
    Facts within = facts;
    for (int i = 0; i < query.parts().size(); i++) {
      Part part = query.parts().get(i);
      if (part == null) {
        Select values = Select.of(i == 0 ? select.first() : select.rest().get(i - 1).core());
        walkWithin(values, query.names(), query.outer(), facts);
      } else {
        within = flow(part, query.names(), facts, ofRows);
        scope = part.scope();
      }
    }
    boolean compound = select.isCompound();
    Select rest =
        new Select(null, NOTHING, List.of(), select.orderBy(), select.limit(), select.span());
    walkWithin(
        rest, query.names(), compound ? query.outer() : scope, compound ? Facts.NONE : within);
  }

  /** Takes facts into a part of a query; what then holds for the subqueries in it. */
  private Facts flow(Part part, Names names, Facts facts, Facts ofRows) {
    FromSources from = part.from();
    SelectCore.Query core = part.core();
    Facts certain = Facts.certain(core, from, part.scope());
    Facts within = facts.and(certain);
    for (Source source : from.sources()) {
      Facts own = Facts.of(from.own(source), part.scope());
      Facts all = within.and(own);
      Facts rows = source.isNullable() ? own : ofRows.and(certain);
      TableSchema table = source.table();
      QualifiedName name = part.tables().get(source);
      if (table != null && name != null) {
        uses.add(new TableUse(name, table, source, all, rows));
      }
      Query inner = part.queries().get(source);
      if (inner != null) {
        boolean shows = OutputColumns.showsRows(inner.select());
        flow(inner, shows ? all : Facts.NONE, shows ? rows : Facts.NONE);
      }
    }
    if (core.from() != null) {
      new TreeWalker(new Within(names, null, Facts.NONE, false)).walk(core.from());
    }
    Select withoutFrom =
        Select.of(
            new SelectCore.Query(
                core.quantifier(),
                core.columns(),
                null,
                core.where(),
                core.groupBy(),
                core.having(),
                core.windows(),
                core.span()));
    walkWithin(withoutFrom, names, part.scope(), within);
    return within;
  }

  private void walkWithin(Select select, Names names, @Nullable QueryScope scope, Facts facts) {
    new TreeWalker(new Within(names, scope, facts, true)).walk(select);
  }

  /** Finds the queries within expressions. */
  private final class Within implements TreeVisitor {
    private final Names names;
    private final @Nullable QueryScope scope;
    private final Facts facts;
    private boolean atWhole;

    /**
     * @param atWhole whether a query is walked, which itself is none within
     */
    Within(Names names, @Nullable QueryScope scope, Facts facts, boolean atWhole) {
      this.names = names;
      this.scope = scope;
      this.facts = facts;
      this.atWhole = atWhole;
    }

    @Override
    public boolean enter(Select select) {
      if (atWhole) {
        atWhole = false;
        return true;
      }
      analyze(select, names, scope, facts);
      return false;
    }

    @Override
    public boolean enter(TableRef table) {
      // Those are sources, with facts of their own.
      return !(table instanceof TableRef.Subquery
          || (table instanceof TableRef.Nested nested && nested.alias() != null));
    }

    @Override
    public boolean enter(Expr expr) {
      if (expr instanceof Expr.InTable in && !names.isCommon(in.table())) {
        QualifiedName name = names.qualified(in.table());
        Optional<ViewSchema> view = catalog.view(name);
        if (view.isPresent() && !isTooDeep(names)) {
          CreateView definition = view.get().definition();
          analyze(definition.query(), names.inside(definition), null, Facts.NONE);
        } else if (view.isEmpty()) {
          blurred.add(name.name().folded());
        }
      }
      return true;
    }
  }
}
