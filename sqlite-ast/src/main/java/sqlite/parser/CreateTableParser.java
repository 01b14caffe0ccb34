package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.ColumnDefinition;
import sqlite.ast.ConflictAction;
import sqlite.ast.CreateTable;
import sqlite.ast.CreateTableAs;
import sqlite.ast.Expr;
import sqlite.ast.ForeignKeyClause;
import sqlite.ast.Name;
import sqlite.ast.OrderingTerm;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.Statement;
import sqlite.ast.TableConstraint;
import sqlite.ast.TableOption;
import sqlite.token.TokenType;

/**
 * CREATE TABLE, with Ensemble's own options SHARD BY and REFERENCE.
 *
 * @see <a href="https://sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
final class CreateTableParser {

  private final Grammar grammar;
  private final TokenCursor cursor;

  CreateTableParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** From the word TABLE on. */
  Statement parse(boolean temporary, int start) {
    cursor.expect(TokenType.TABLE);
    boolean ifNotExists = grammar.ddl.parseIfNotExists();
    QualifiedName name = grammar.tables.parseQualifiedName();
    if (cursor.accept(TokenType.AS)) {
      if (!grammar.atSelect()) {
        throw cursor.syntaxError();
      }
      Select query = grammar.selects.parse();
      return new CreateTableAs(temporary, ifNotExists, name, query, cursor.spanFrom(start));
    }
    cursor.expect(TokenType.LEFT_PARENTHESIS);
    List<ColumnDefinition> columns = parseColumns(name);
    List<TableConstraint> constraints = parseConstraints();
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    List<TableOption> options = parseOptions();
    return new CreateTable(
        temporary, ifNotExists, name, columns, constraints, options, cursor.spanFrom(start));
  }

  /** Leaves the comma before the first table constraint. */
  private List<ColumnDefinition> parseColumns(QualifiedName table) {
    List<ColumnDefinition> columns = new ArrayList<>();
    columns.add(grammar.columns.parseColumn());
    while (cursor.at(TokenType.COMMA) && !isConstraint(cursor.peek())) {
      cursor.advance();
      columns.add(grammar.columns.parseColumn());
    }
    grammar.checkColumns(columns, "columns on " + table.name().text());
    return columns;
  }

  private static boolean isConstraint(TokenType type) {
    return switch (type) {
      case CONSTRAINT, PRIMARY, UNIQUE, CHECK, FOREIGN -> true;
      default -> false;
    };
  }

  /** The commas between constraints may be missing, but not the first. */
  private List<TableConstraint> parseConstraints() {
    List<TableConstraint> constraints = new ArrayList<>();
    boolean more = cursor.accept(TokenType.COMMA);
    while (more) {
      constraints.add(parseConstraint());
      more = cursor.accept(TokenType.COMMA) || isConstraint(cursor.type());
    }
    return constraints;
  }

  private TableConstraint parseConstraint() {
    int start = cursor.start();
    @Nullable Name name = cursor.accept(TokenType.CONSTRAINT) ? cursor.name() : null;
    TokenType keyword = cursor.type();
    switch (keyword) {
      case PRIMARY, UNIQUE, CHECK, FOREIGN -> cursor.advance();
      default -> {
        if (name == null) {
          throw cursor.syntaxError();
        }
        return new TableConstraint.NameOnly(name, cursor.spanFrom(start));
      }
    }
    return switch (keyword) {
      case PRIMARY -> parsePrimaryKey(name, start);
      case UNIQUE -> {
        cursor.expect(TokenType.LEFT_PARENTHESIS);
        List<OrderingTerm> columns = grammar.ddl.parseIndexColumns();
        cursor.expect(TokenType.RIGHT_PARENTHESIS);
        @Nullable ConflictAction action = grammar.dml.parseOnConflict();
        yield new TableConstraint.Unique(name, columns, action, cursor.spanFrom(start));
      }
      case CHECK -> {
        Expr condition = grammar.columns.parseParenthesizedExpr();
        @Nullable ConflictAction action = grammar.dml.parseOnConflict();
        yield new TableConstraint.Check(name, condition, action, cursor.spanFrom(start));
      }
      default -> parseForeignKey(name, start);
    };
  }

  private TableConstraint parsePrimaryKey(@Nullable Name name, int start) {
    cursor.expect(TokenType.KEY);
    cursor.expect(TokenType.LEFT_PARENTHESIS);
    List<OrderingTerm> columns = grammar.ddl.parseIndexColumns();
    boolean autoincrement = cursor.accept(TokenType.AUTOINCREMENT);
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    @Nullable ConflictAction action = grammar.dml.parseOnConflict();
    return new TableConstraint.PrimaryKey(
        name, columns, autoincrement, action, cursor.spanFrom(start));
  }

  private TableConstraint parseForeignKey(@Nullable Name name, int start) {
    cursor.expect(TokenType.KEY);
    cursor.expect(TokenType.LEFT_PARENTHESIS);
    List<Name> columns = grammar.columns.parseColumnNames();
    int clauseStart = cursor.start();
    cursor.expect(TokenType.REFERENCES);
    ForeignKeyClause clause = grammar.columns.parseForeignKey(clauseStart);
    return new TableConstraint.ForeignKey(name, columns, clause, cursor.spanFrom(start));
  }

  /** Commas stand between SQLite's options, and may stand around Ensemble's. */
  private List<TableOption> parseOptions() {
    List<TableOption> options = new ArrayList<>();
    // SQLite takes a comma before the first option too.
    if (!cursor.accept(TokenType.COMMA) && !cursor.type().isName()) {
      return options;
    }
    TableOption option = parseOption();
    options.add(option);
    while (cursor.accept(TokenType.COMMA) || isPlacement(option) || atPlacement()) {
      if (isPlacement(option) && !cursor.type().isName()) {
        break;
      }
      option = parseOption();
      options.add(option);
    }
    return options;
  }

  private static boolean isPlacement(TableOption option) {
    return switch (option) {
      case TableOption.ShardBy shardBy -> true;
      case TableOption.Reference reference -> true;
      case TableOption.WithoutRowid withoutRowid -> false;
      case TableOption.Strict strict -> false;
    };
  }

  private boolean atPlacement() {
    return cursor.atWord("SHARD") || cursor.atWord("REFERENCE");
  }

  private TableOption parseOption() {
    int start = cursor.start();
    if (cursor.atWord("SHARD") && cursor.peek() == TokenType.BY) {
      cursor.advance();
      cursor.advance();
      cursor.expect(TokenType.LEFT_PARENTHESIS);
      List<Name> columns = grammar.columns.parseNamesToParenthesis();
      return new TableOption.ShardBy(columns, cursor.spanFrom(start));
    }
    boolean without = cursor.accept(TokenType.WITHOUT);
    Name word = cursor.name();
    if (without && word.sameAs("rowid")) {
      return new TableOption.WithoutRowid(cursor.spanFrom(start));
    }
    if (!without && word.sameAs("strict")) {
      return new TableOption.Strict(cursor.spanFrom(start));
    }
    if (!without && word.sameAs("reference")) {
      return new TableOption.Reference(cursor.spanFrom(start));
    }
    throw cursor.error(
        "unknown table option: " + cursor.text(word.span().start(), word.span().end()));
  }
}
