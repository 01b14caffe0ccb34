package conductor.analysis;

import conductor.api.SqlException;
import conductor.semantics.RowScope;
import conductor.semantics.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.token.SourceSpan;

/** The names that an expression over the rows of a join of tables may use. */
final class JoinScope implements RowScope {
  private final FromSources from;
  private final QueryScope scope;

  /**
   * @param from tables alone, each under a name of its own
   * @param scope what names mean there
   */
  JoinScope(FromSources from, QueryScope scope) {
    this.from = from;
    this.scope = scope;
  }

  @Override
  public Optional<Found> find(Expr.ColumnRef reference) {
    return scope.resolve(reference).map(JoinScope::found);
  }

  @Override
  public List<Found> all() {
    return found(
        from.all()
            .orElseThrow(() -> SqlException.unsupported("* of such a join", SourceSpan.NONE)));
  }

  @Override
  public List<Found> allOf(Name name) {
    for (Source source : from.sources()) {
      if (source.isNamed(name)) {
        return found(source.all().orElseThrow());
      }
    }
    throw SqlException.unsupported("* of " + name.text() + ", which is no table here", name.span());
  }

  private static List<Found> found(List<Source.OutputColumn> columns) {
    List<Found> found = new ArrayList<>();
    for (Source.OutputColumn column : columns) {
      SourceColumn inner = column.inner();
      if (inner == null) {
        throw new IllegalStateException("a column that is none of a table");
      }
      found.add(found(inner));
    }
    return found;
  }

  @Override
  public List<Found> storageOrder() {
    return List.of();
  }

  /** SQLite itself says what is wrong with the name. */
  @Override
  public SqlException unknown(Expr.ColumnRef reference) {
    return SqlException.unsupported("the name " + reference.column().text(), reference.span());
  }

  private static Found found(SourceColumn column) {
    TableSchema table = column.source().table();
    if (table == null) {
      throw new IllegalStateException("a source that is no table");
    }
    return new Found(table, column.position(), column.source().exposed());
  }
}
