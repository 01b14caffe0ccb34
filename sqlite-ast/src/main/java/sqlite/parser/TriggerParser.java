package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.CreateTrigger;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.QualifiedName;
import sqlite.ast.Statement;
import sqlite.ast.TriggerEventKind;
import sqlite.ast.TriggerTime;
import sqlite.token.TokenType;

/**
 * CREATE TRIGGER.
 *
 * @see <a href="https://sqlite.org/lang_createtrigger.html">CREATE TRIGGER</a>
 */
final class TriggerParser {

  private final Grammar grammar;
  private final TokenCursor cursor;

  TriggerParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** From the word TRIGGER on. */
  Statement parse(boolean temporary, int start) {
    cursor.expect(TokenType.TRIGGER);
    boolean ifNotExists = grammar.ddl.parseIfNotExists();
    QualifiedName name = grammar.tables.parseQualifiedName();
    TriggerTime time = parseTime();
    TriggerEventKind event = parseEvent();
    List<Name> updateOf =
        event == TriggerEventKind.UPDATE && cursor.accept(TokenType.OF)
            ? parseUpdateOf()
            : List.of();
    cursor.expect(TokenType.ON);
    QualifiedName table = grammar.tables.parseQualifiedName();
    boolean forEachRow = cursor.accept(TokenType.FOR);
    if (forEachRow) {
      cursor.expect(TokenType.EACH);
      cursor.expect(TokenType.ROW);
    }
    @Nullable Expr when = cursor.accept(TokenType.WHEN) ? grammar.expressions.parse() : null;
    List<Statement> body = parseBody();
    return new CreateTrigger(
        temporary,
        ifNotExists,
        name,
        time,
        event,
        updateOf,
        table,
        forEachRow,
        when,
        body,
        cursor.spanFrom(start));
  }

  private TriggerTime parseTime() {
    if (cursor.accept(TokenType.BEFORE)) {
      return TriggerTime.BEFORE;
    }
    if (cursor.accept(TokenType.AFTER)) {
      return TriggerTime.AFTER;
    }
    if (cursor.accept(TokenType.INSTEAD)) {
      cursor.expect(TokenType.OF);
      return TriggerTime.INSTEAD_OF;
    }
    return TriggerTime.UNSPECIFIED;
  }

  private TriggerEventKind parseEvent() {
    TriggerEventKind event =
        switch (cursor.type()) {
          case DELETE -> TriggerEventKind.DELETE;
          case INSERT -> TriggerEventKind.INSERT;
          case UPDATE -> TriggerEventKind.UPDATE;
          default -> throw cursor.syntaxError();
        };
    cursor.advance();
    return event;
  }

  private List<Name> parseUpdateOf() {
    List<Name> columns = new ArrayList<>();
    do {
      columns.add(cursor.name());
    } while (cursor.accept(TokenType.COMMA));
    return columns;
  }

  private List<Statement> parseBody() {
    cursor.expect(TokenType.BEGIN);
    List<Statement> body = new ArrayList<>();
    do {
      body.add(parseStep());
      cursor.expect(TokenType.SEMICOLON);
    } while (!cursor.accept(TokenType.END));
    return body;
  }

  private Statement parseStep() {
    return switch (cursor.type()) {
      case UPDATE -> grammar.dml.parseTriggerUpdate();
      case DELETE -> grammar.dml.parseTriggerDelete();
      case INSERT, REPLACE -> grammar.dml.parseInsert(null, cursor.start());
      case SELECT, VALUES, WITH -> grammar.selects.parse();
      default -> throw cursor.syntaxError();
    };
  }
}
