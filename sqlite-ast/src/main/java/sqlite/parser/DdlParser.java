package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.AlterAction;
import sqlite.ast.AlterTable;
import sqlite.ast.ColumnDefinition;
import sqlite.ast.ConflictAction;
import sqlite.ast.CreateIndex;
import sqlite.ast.CreateView;
import sqlite.ast.CreateVirtualTable;
import sqlite.ast.Drop;
import sqlite.ast.DropKind;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.OrderingTerm;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.Statement;
import sqlite.token.TokenType;

/** CREATE of everything but tables and triggers, ALTER TABLE and DROP. */
final class DdlParser {

  private final Grammar grammar;
  private final TokenCursor cursor;

  DdlParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Statement parseCreate() {
    int start = cursor.start();
    cursor.expect(TokenType.CREATE);
    boolean temporary = cursor.accept(TokenType.TEMP) || cursor.accept(TokenType.TEMPORARY);
    switch (cursor.type()) {
      case TABLE -> {
        return grammar.createTables.parse(temporary, start);
      }
      case VIEW -> {
        return parseView(temporary, start);
      }
      case TRIGGER -> {
        return grammar.triggers.parse(temporary, start);
      }
      default -> {}
    }
    if (temporary) {
      throw cursor.syntaxError();
    }
    return switch (cursor.type()) {
      case UNIQUE, INDEX -> parseIndex(start);
      case VIRTUAL -> parseVirtualTable(start);
      default -> throw cursor.syntaxError();
    };
  }

  boolean parseIfNotExists() {
    if (!cursor.accept(TokenType.IF)) {
      return false;
    }
    cursor.expect(TokenType.NOT);
    cursor.expect(TokenType.EXISTS);
    return true;
  }

  private Statement parseView(boolean temporary, int start) {
    cursor.expect(TokenType.VIEW);
    boolean ifNotExists = parseIfNotExists();
    QualifiedName name = grammar.tables.parseQualifiedName();
    List<Name> columns = grammar.columns.parseOptionalColumnNames();
    cursor.expect(TokenType.AS);
    if (!grammar.atSelect()) {
      throw cursor.syntaxError();
    }
    Select query = grammar.selects.parse();
    return new CreateView(temporary, ifNotExists, name, columns, query, cursor.spanFrom(start));
  }

  private Statement parseIndex(int start) {
    boolean unique = cursor.accept(TokenType.UNIQUE);
    cursor.expect(TokenType.INDEX);
    boolean ifNotExists = parseIfNotExists();
    QualifiedName name = grammar.tables.parseQualifiedName();
    cursor.expect(TokenType.ON);
    Name table = cursor.name();
    cursor.expect(TokenType.LEFT_PARENTHESIS);
    List<OrderingTerm> columns = parseIndexColumns();
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    @Nullable Expr where = grammar.selects.parseWhere();
    return new CreateIndex(
        unique, ifNotExists, name, table, columns, where, cursor.spanFrom(start));
  }

  List<OrderingTerm> parseIndexColumns() {
    List<OrderingTerm> columns = grammar.expressions.parseOrderingTerms();
    grammar.checkColumns(columns, "columns in index");
    return columns;
  }

  private Statement parseVirtualTable(int start) {
    cursor.expect(TokenType.VIRTUAL);
    cursor.expect(TokenType.TABLE);
    boolean ifNotExists = parseIfNotExists();
    QualifiedName name = grammar.tables.parseQualifiedName();
    cursor.expect(TokenType.USING);
    Name module = cursor.name();
    List<String> arguments =
        cursor.accept(TokenType.LEFT_PARENTHESIS) ? parseModuleArguments() : List.of();
    return new CreateVirtualTable(ifNotExists, name, module, arguments, cursor.spanFrom(start));
  }

  /** Whatever stands between the commas, up to the closing parenthesis, which is read too. */
  private List<String> parseModuleArguments() {
    List<String> arguments = new ArrayList<>();
    while (true) {
      int start = cursor.start();
      if (!cursor.at(TokenType.COMMA) && !cursor.at(TokenType.RIGHT_PARENTHESIS)) {
        skipModuleArgument();
        arguments.add(cursor.text(start, cursor.previousEnd()));
      }
      if (cursor.accept(TokenType.RIGHT_PARENTHESIS)) {
        return arguments;
      }
      cursor.expect(TokenType.COMMA);
    }
  }

  private void skipModuleArgument() {
    int depth = 0;
    while (true) {
      switch (cursor.type()) {
        case END_OF_INPUT -> throw cursor.syntaxError();
        case LEFT_PARENTHESIS -> depth++;
        case RIGHT_PARENTHESIS -> {
          if (depth == 0) {
            return;
          }
          depth--;
        }
        case COMMA -> {
          if (depth == 0) {
            return;
          }
        }
        default -> {}
      }
      cursor.advance();
    }
  }

  Statement parseDrop() {
    int start = cursor.start();
    cursor.expect(TokenType.DROP);
    DropKind kind =
        switch (cursor.type()) {
          case TABLE -> DropKind.TABLE;
          case INDEX -> DropKind.INDEX;
          case VIEW -> DropKind.VIEW;
          case TRIGGER -> DropKind.TRIGGER;
          default -> throw cursor.syntaxError();
        };
    cursor.advance();
    boolean ifExists = cursor.accept(TokenType.IF);
    if (ifExists) {
      cursor.expect(TokenType.EXISTS);
    }
    QualifiedName name = grammar.tables.parseQualifiedName();
    return new Drop(kind, ifExists, name, cursor.spanFrom(start));
  }

  Statement parseAlter() {
    int start = cursor.start();
    cursor.expect(TokenType.ALTER);
    cursor.expect(TokenType.TABLE);
    QualifiedName table = grammar.tables.parseQualifiedName();
    AlterAction action = parseAlterAction();
    return new AlterTable(table, action, cursor.spanFrom(start));
  }

  private AlterAction parseAlterAction() {
    int start = cursor.start();
    TokenType verb = cursor.type();
    switch (verb) {
      case RENAME, ADD, DROP, ALTER -> cursor.advance();
      default -> throw cursor.syntaxError();
    }
    return switch (verb) {
      case RENAME -> parseRename(start);
      case ADD -> parseAdd(start);
      case DROP -> parseDropPart(start);
      default -> parseAlterColumn(start);
    };
  }

  private AlterAction parseRename(int start) {
    if (cursor.accept(TokenType.TO)) {
      Name to = cursor.name();
      return new AlterAction.RenameTable(to, cursor.spanFrom(start));
    }
    cursor.accept(TokenType.COLUMN);
    Name from = cursor.name();
    cursor.expect(TokenType.TO);
    Name to = cursor.name();
    return new AlterAction.RenameColumn(from, to, cursor.spanFrom(start));
  }

  private AlterAction parseAdd(int start) {
    if (cursor.at(TokenType.CONSTRAINT) || cursor.at(TokenType.CHECK)) {
      @Nullable Name name = cursor.accept(TokenType.CONSTRAINT) ? cursor.name() : null;
      cursor.expect(TokenType.CHECK);
      Expr condition = grammar.columns.parseParenthesizedExpr();
      @Nullable ConflictAction action = grammar.dml.parseOnConflict();
      return new AlterAction.AddCheck(name, condition, action, cursor.spanFrom(start));
    }
    cursor.accept(TokenType.COLUMN);
    ColumnDefinition column = grammar.columns.parseColumn();
    return new AlterAction.AddColumn(column, cursor.spanFrom(start));
  }

  private AlterAction parseDropPart(int start) {
    if (cursor.accept(TokenType.CONSTRAINT)) {
      Name name = cursor.name();
      return new AlterAction.DropConstraint(name, cursor.spanFrom(start));
    }
    cursor.accept(TokenType.COLUMN);
    Name column = cursor.name();
    return new AlterAction.DropColumn(column, cursor.spanFrom(start));
  }

  private AlterAction parseAlterColumn(int start) {
    cursor.accept(TokenType.COLUMN);
    Name column = cursor.name();
    boolean drop = cursor.accept(TokenType.DROP);
    if (!drop) {
      cursor.expect(TokenType.SET);
    }
    cursor.expect(TokenType.NOT);
    cursor.expect(TokenType.NULL);
    if (drop) {
      return new AlterAction.DropNotNull(column, cursor.spanFrom(start));
    }
    @Nullable ConflictAction action = grammar.dml.parseOnConflict();
    return new AlterAction.SetNotNull(column, action, cursor.spanFrom(start));
  }
}
