package sqlite.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.OrderingTerm;
import sqlite.ast.QualifiedName;
import sqlite.ast.QuoteStyle;
import sqlite.token.Characters;
import sqlite.token.Keywords;

/** The text printed so far, and the printers of the families, which call one another. */
final class SqlWriter implements SqlOutput {

  final ExprPrinter hook;
  final boolean placement;
  final ExprWriter expressions = new ExprWriter(this);
  final FunctionWriter functions = new FunctionWriter(this);
  final SelectWriter selects = new SelectWriter(this);
  final DmlWriter dml = new DmlWriter(this);
  final TableWriter tables = new TableWriter(this);
  final StatementWriter statements = new StatementWriter(this);

  private final StringBuilder text = new StringBuilder();

  SqlWriter(ExprPrinter hook, boolean placement) {
    this.hook = hook;
    this.placement = placement;
  }

  String text() {
    return text.toString();
  }

  int length() {
    return text.length();
  }

  /** Two minus signs in a row would begin a comment. */
  void separateMinus(int at) {
    if (at < text.length() && text.charAt(at) == '-') {
      text.insert(at, ' ');
    }
  }

  @Override
  public SqlWriter append(String sql) {
    text.append(sql);
    return this;
  }

  /** Appends {@code sql} if {@code condition} holds. */
  SqlWriter appendIf(boolean condition, String sql) {
    if (condition) {
      text.append(sql);
    }
    return this;
  }

  /** Appends an enum constant as the words that its name spells. */
  SqlWriter words(Enum<?> constant) {
    text.append(constant.name().replace('_', ' '));
    return this;
  }

  @Override
  public SqlWriter string(String value) {
    quoted(value, '\'');
    return this;
  }

  @Override
  public SqlWriter expr(Expr expr) {
    expressions.print(expr);
    return this;
  }

  SqlWriter exprs(List<Expr> list) {
    for (int i = 0; i < list.size(); i++) {
      appendIf(i > 0, ", ").expr(list.get(i));
    }
    return this;
  }

  /** Appends a space, the word and the expression, if there is one. */
  SqlWriter clause(String word, @Nullable Expr expr) {
    if (expr != null) {
      append(" ").append(word).append(" ").expr(expr);
    }
    return this;
  }

  SqlWriter orderBy(List<OrderingTerm> terms) {
    if (!terms.isEmpty()) {
      append(" ORDER BY ").terms(terms);
    }
    return this;
  }

  SqlWriter terms(List<OrderingTerm> terms) {
    for (int i = 0; i < terms.size(); i++) {
      OrderingTerm term = terms.get(i);
      appendIf(i > 0, ", ").expr(term.expr());
      switch (term.direction()) {
        case UNSPECIFIED -> {}
        case ASCENDING -> append(" ASC");
        case DESCENDING -> append(" DESC");
      }
      switch (term.nulls()) {
        case UNSPECIFIED -> {}
        case FIRST -> append(" NULLS FIRST");
        case LAST -> append(" NULLS LAST");
      }
    }
    return this;
  }

  SqlWriter qualified(QualifiedName name) {
    if (name.schema() != null) {
      name(name.schema()).append(".");
    }
    return name(name.name());
  }

  SqlWriter names(List<Name> names) {
    for (int i = 0; i < names.size(); i++) {
      appendIf(i > 0, ", ").name(names.get(i));
    }
    return this;
  }

  /** Appends the names in parentheses after a space, if there are any. */
  SqlWriter optionalNames(List<Name> names) {
    if (!names.isEmpty()) {
      append(" (").names(names).append(")");
    }
    return this;
  }

  /**
   * {@inheritDoc} Double quotes are kept where they were written, since the word may be a string;
   * all other names that need quotes get backticks, since they may not.
   */
  @Override
  public SqlWriter name(Name name) {
    if (name.quote() == QuoteStyle.DOUBLE) {
      quoted(name.text(), '"');
    } else if (isPlain(name.text()) && !(name.quote() != QuoteStyle.NONE && isTruth(name))) {
      text.append(name.text());
    } else {
      quoted(name.text(), '`');
    }
    return this;
  }

  /** Bare, these two words are values if no column has their name. */
  private static boolean isTruth(Name name) {
    return name.sameAs("true") || name.sameAs("false");
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty() || !Characters.isIdentifierStart(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      if (!Characters.isIdentifierPart(name.charAt(i))) {
        return false;
      }
    }
    return name.charAt(0) != '\uFEFF' && !Keywords.isKeyword(name);
  }

  private void quoted(String value, char quote) {
    text.append(quote);
    if (value.indexOf(quote) < 0) {
      text.append(value);
    } else {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        text.append(c);
        if (c == quote) {
          text.append(quote);
        }
      }
    }
    text.append(quote);
  }
}
