package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Assignment;
import sqlite.ast.ConflictAction;
import sqlite.ast.Delete;
import sqlite.ast.Expr;
import sqlite.ast.IndexHint;
import sqlite.ast.Insert;
import sqlite.ast.InsertSource;
import sqlite.ast.Limit;
import sqlite.ast.Name;
import sqlite.ast.OrderingTerm;
import sqlite.ast.QualifiedName;
import sqlite.ast.ResultColumn;
import sqlite.ast.TableRef;
import sqlite.ast.Update;
import sqlite.ast.Upsert;
import sqlite.ast.UpsertAction;
import sqlite.ast.With;
import sqlite.token.TokenType;

/** INSERT, REPLACE, UPDATE and DELETE, alone and in triggers. */
final class DmlParser {

  private final Grammar grammar;
  private final TokenCursor cursor;

  DmlParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Insert parseInsert(@Nullable With with, int start) {
    @Nullable ConflictAction orAction;
    if (cursor.accept(TokenType.REPLACE)) {
      orAction = ConflictAction.REPLACE;
    } else {
      cursor.expect(TokenType.INSERT);
      orAction = parseOrAction();
    }
    cursor.expect(TokenType.INTO);
    QualifiedName table = grammar.tables.parseQualifiedName();
    @Nullable Name alias = parseTableAlias();
    List<Name> columns =
        cursor.accept(TokenType.LEFT_PARENTHESIS)
            ? grammar.columns.parseNamesToParenthesis()
            : List.of();
    InsertSource source = parseSource();
    List<Upsert> upserts = source instanceof InsertSource.Rows ? parseUpserts() : List.of();
    List<ResultColumn> returning = parseReturning();
    return new Insert(
        with, orAction, table, alias, columns, source, upserts, returning, cursor.spanFrom(start));
  }

  private @Nullable Name parseTableAlias() {
    return cursor.accept(TokenType.AS) ? cursor.name() : null;
  }

  private InsertSource parseSource() {
    int start = cursor.start();
    if (cursor.accept(TokenType.DEFAULT)) {
      cursor.expect(TokenType.VALUES);
      return new InsertSource.DefaultValues(cursor.spanFrom(start));
    }
    if (!grammar.atSelect()) {
      throw cursor.syntaxError();
    }
    return new InsertSource.Rows(grammar.selects.parse());
  }

  private List<Upsert> parseUpserts() {
    List<Upsert> upserts = new ArrayList<>();
    while (cursor.at(TokenType.ON)) {
      Upsert upsert = parseUpsert();
      upserts.add(upsert);
      if (upsert.target().isEmpty()) {
        break;
      }
    }
    return upserts;
  }

  private Upsert parseUpsert() {
    int start = cursor.start();
    cursor.expect(TokenType.ON);
    cursor.expect(TokenType.CONFLICT);
    List<OrderingTerm> target = List.of();
    @Nullable Expr targetWhere = null;
    if (cursor.accept(TokenType.LEFT_PARENTHESIS)) {
      target = grammar.expressions.parseOrderingTerms();
      cursor.expect(TokenType.RIGHT_PARENTHESIS);
      targetWhere = grammar.selects.parseWhere();
    }
    UpsertAction action = parseUpsertAction();
    return new Upsert(target, targetWhere, action, cursor.spanFrom(start));
  }

  private UpsertAction parseUpsertAction() {
    int start = cursor.start();
    cursor.expect(TokenType.DO);
    if (cursor.accept(TokenType.NOTHING)) {
      return new UpsertAction.Nothing(cursor.spanFrom(start));
    }
    cursor.expect(TokenType.UPDATE);
    cursor.expect(TokenType.SET);
    List<Assignment> assignments = parseAssignments();
    @Nullable Expr where = grammar.selects.parseWhere();
    return new UpsertAction.Update(assignments, where, cursor.spanFrom(start));
  }

  Update parseUpdate(@Nullable With with, int start) {
    cursor.expect(TokenType.UPDATE);
    @Nullable ConflictAction orAction = parseOrAction();
    QualifiedName table = grammar.tables.parseQualifiedName();
    @Nullable Name alias = parseTableAlias();
    @Nullable IndexHint hint = grammar.tables.parseIndexHint();
    cursor.expect(TokenType.SET);
    List<Assignment> assignments = parseAssignments();
    @Nullable TableRef from = cursor.accept(TokenType.FROM) ? grammar.tables.parseFrom() : null;
    @Nullable Expr where = grammar.selects.parseWhere();
    List<ResultColumn> returning = parseReturning();
    List<OrderingTerm> orderBy = grammar.selects.parseOrderBy();
    @Nullable Limit limit = grammar.selects.parseLimit();
    return new Update(
        with,
        orAction,
        table,
        alias,
        hint,
        assignments,
        from,
        where,
        returning,
        orderBy,
        limit,
        cursor.spanFrom(start));
  }

  Delete parseDelete(@Nullable With with, int start) {
    cursor.expect(TokenType.DELETE);
    cursor.expect(TokenType.FROM);
    QualifiedName table = grammar.tables.parseQualifiedName();
    @Nullable Name alias = parseTableAlias();
    @Nullable IndexHint hint = grammar.tables.parseIndexHint();
    @Nullable Expr where = grammar.selects.parseWhere();
    List<ResultColumn> returning = parseReturning();
    List<OrderingTerm> orderBy = grammar.selects.parseOrderBy();
    @Nullable Limit limit = grammar.selects.parseLimit();
    return new Delete(
        with, table, alias, hint, where, returning, orderBy, limit, cursor.spanFrom(start));
  }

  /** An UPDATE in a trigger: without WITH, index hints, RETURNING, ORDER BY and LIMIT. */
  Update parseTriggerUpdate() {
    int start = cursor.start();
    cursor.expect(TokenType.UPDATE);
    @Nullable ConflictAction orAction = parseOrAction();
    QualifiedName table = grammar.tables.parseQualifiedName();
    @Nullable Name alias = parseTableAlias();
    refuseIndexHint();
    cursor.expect(TokenType.SET);
    List<Assignment> assignments = parseAssignments();
    @Nullable TableRef from = cursor.accept(TokenType.FROM) ? grammar.tables.parseFrom() : null;
    @Nullable Expr where = grammar.selects.parseWhere();
    return new Update(
        null,
        orAction,
        table,
        alias,
        null,
        assignments,
        from,
        where,
        List.of(),
        List.of(),
        null,
        cursor.spanFrom(start));
  }

  /** A DELETE in a trigger, with as little as an UPDATE there. */
  Delete parseTriggerDelete() {
    int start = cursor.start();
    cursor.expect(TokenType.DELETE);
    cursor.expect(TokenType.FROM);
    QualifiedName table = grammar.tables.parseQualifiedName();
    @Nullable Name alias = parseTableAlias();
    refuseIndexHint();
    @Nullable Expr where = grammar.selects.parseWhere();
    return new Delete(
        null, table, alias, null, where, List.of(), List.of(), null, cursor.spanFrom(start));
  }

  private void refuseIndexHint() {
    @Nullable IndexHint hint = grammar.tables.parseIndexHint();
    if (hint != null) {
      String words = hint instanceof IndexHint.NotIndexed ? "NOT INDEXED" : "INDEXED BY";
      throw cursor.error(
          "the " + words + " clause is not allowed on UPDATE or DELETE statements within triggers");
    }
  }

  private @Nullable ConflictAction parseOrAction() {
    return cursor.accept(TokenType.OR) ? parseConflictAction() : null;
  }

  /** {@code [ON CONFLICT action]}. */
  @Nullable ConflictAction parseOnConflict() {
    if (!cursor.accept(TokenType.ON)) {
      return null;
    }
    cursor.expect(TokenType.CONFLICT);
    return parseConflictAction();
  }

  private ConflictAction parseConflictAction() {
    ConflictAction action =
        switch (cursor.type()) {
          case ROLLBACK -> ConflictAction.ROLLBACK;
          case ABORT -> ConflictAction.ABORT;
          case FAIL -> ConflictAction.FAIL;
          case IGNORE -> ConflictAction.IGNORE;
          case REPLACE -> ConflictAction.REPLACE;
          default -> throw cursor.syntaxError();
        };
    cursor.advance();
    return action;
  }

  private List<ResultColumn> parseReturning() {
    return cursor.accept(TokenType.RETURNING) ? grammar.selects.parseResultColumns() : List.of();
  }

  private List<Assignment> parseAssignments() {
    List<Assignment> assignments = new ArrayList<>();
    do {
      int start = cursor.start();
      boolean parenthesized = cursor.accept(TokenType.LEFT_PARENTHESIS);
      List<Name> columns =
          parenthesized ? grammar.columns.parseNamesToParenthesis() : List.of(cursor.name());
      cursor.expect(TokenType.EQUAL);
      Expr value = grammar.expressions.parse();
      assignments.add(new Assignment(columns, parenthesized, value, cursor.spanFrom(start)));
    } while (cursor.accept(TokenType.COMMA));
    grammar.checkColumns(assignments, "columns in set list");
    return assignments;
  }
}
