package sqlite.parser;

/**
 * The bounds on what the parser takes.
 *
 * @param statementBytes length of one statement in UTF-8; keeps a request within an isolate's
 *     memory
 * @param expressionDepth height of an expression tree, as SQLite counts it; whoever walks a tree
 *     recurses this deep
 * @param nestingDepth how many expressions the parser may have begun and not ended: parentheses and
 *     right operands count, unlike in SQLite. Parser, generator and rewriter recurse this deep; in
 *     WebAssembly on the stack that V8 gives by default nested windows overflow it first, at 740,
 *     then nested calls, at 990, so the bound leaves about half of the stack to the caller
 * @param selectDepth how deep SELECTs and parenthesised FROM clauses may nest; each takes several
 *     times the stack of an expression
 * @param columns columns of a table, an index, a result, a SET, an ORDER BY or a GROUP BY
 * @param variableNumber largest parameter number, so also the number of parameters
 * @param compoundTerms SELECTs in one compound; rows of VALUES do not count
 * @param fromTerms tables in one FROM clause
 * @param functionArguments arguments of one function call
 * @see <a href="https://sqlite.org/limits.html">Limits in SQLite</a>
 */
public record ParserLimits(
    int statementBytes,
    int expressionDepth,
    int nestingDepth,
    int selectDepth,
    int columns,
    int variableNumber,
    int compoundTerms,
    int fromTerms,
    int functionArguments) {

  /** SQLite's defaults where it has one. */
  public static final ParserLimits DEFAULT =
      new ParserLimits(16 << 20, 1000, 400, 100, 2000, 32_766, 500, 200, 127);

  public ParserLimits {
    requirePositive(statementBytes);
    requirePositive(expressionDepth);
    requirePositive(nestingDepth);
    requirePositive(selectDepth);
    requirePositive(columns);
    requirePositive(variableNumber);
    requirePositive(compoundTerms);
    requirePositive(fromTerms);
    requirePositive(functionArguments);
  }

  private static void requirePositive(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("a bound of " + bound);
    }
  }
}
