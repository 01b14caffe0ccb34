package sqlite.parser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sqlite.parser.SqlSyntaxException.Reason;
import sqlite.token.TokenType;

/**
 * The parsers of one text, which call one another, and what they count together: parameters and
 * depths.
 */
final class Grammar {

  final TokenCursor cursor;
  final ParserLimits limits;
  final PrimaryParser primaries;
  final ExprParser expressions;
  final FunctionParser functions;
  final SelectParser selects;
  final TableRefParser tables;
  final DmlParser dml;
  final ColumnParser columns;
  final CreateTableParser createTables;
  final DdlParser ddl;
  final TriggerParser triggers;
  final ControlParser controls;
  final StatementParser statements;

  private final Map<String, Integer> namedVariables = new HashMap<>();
  private int variables;
  private int selectDepth;

  Grammar(String source, ParserLimits limits) {
    this.limits = limits;
    cursor = new TokenCursor(source, limits.statementBytes());
    expressions = new ExprParser(this);
    primaries = new PrimaryParser(this);
    functions = new FunctionParser(this);
    selects = new SelectParser(this);
    tables = new TableRefParser(this);
    dml = new DmlParser(this);
    columns = new ColumnParser(this);
    createTables = new CreateTableParser(this);
    ddl = new DdlParser(this);
    triggers = new TriggerParser(this);
    controls = new ControlParser(this);
    statements = new StatementParser(this);
  }

  /** Forgets what was counted for the statement before. */
  void beginStatement() {
    cursor.beginStatement();
    namedVariables.clear();
    variables = 0;
    selectDepth = 0;
    expressions.beginStatement();
  }

  void enterSelect() {
    if (++selectDepth > limits.selectDepth()) {
      throw cursor.error(
          Reason.TOO_DEEP, "SELECT nested too deeply (maximum depth " + limits.selectDepth() + ")");
    }
  }

  void leaveSelect() {
    selectDepth--;
  }

  /**
   * The number of the parameter that is the current token.
   *
   * @see <a href="https://sqlite.org/lang_expr.html#parameters">Parameters</a>
   */
  int variableIndex(String text) {
    int index;
    if (text.charAt(0) != '?') {
      Integer known = namedVariables.get(text);
      if (known != null) {
        return known;
      }
      index = ++variables;
      namedVariables.put(text, index);
    } else if (text.length() == 1) {
      index = ++variables;
    } else {
      index = explicitIndex(text);
      variables = Math.max(variables, index);
    }
    if (variables > limits.variableNumber()) {
      throw cursor.error(Reason.TOO_MANY, "too many SQL variables");
    }
    return index;
  }

  private int explicitIndex(String text) {
    int index = 0;
    for (int i = 1; i < text.length() && index <= limits.variableNumber(); i++) {
      index = index * 10 + (text.charAt(i) - '0');
    }
    if (index < 1 || index > limits.variableNumber()) {
      throw cursor.error(
          Reason.TOO_MANY, "variable number must be between ?1 and ?" + limits.variableNumber());
    }
    return index;
  }

  /** Refuses a list longer than the limit on columns. */
  void checkColumns(List<?> list, String what) {
    if (list.size() > limits.columns()) {
      throw cursor.error(Reason.TOO_MANY, "too many " + what);
    }
  }

  /** True where a SELECT begins. */
  boolean atSelect() {
    return cursor.at(TokenType.SELECT) || cursor.at(TokenType.VALUES) || cursor.at(TokenType.WITH);
  }
}
