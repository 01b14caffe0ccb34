package sqlite.token;

/**
 * The kinds of token. A keyword is one of the constants from {@link #ABORT} on, each named as it is
 * written.
 *
 * @see <a href="https://sqlite.org/lang_keywords.html">SQLite keywords</a>
 */
public enum TokenType {
  /** The end of the text, of no length. */
  END_OF_INPUT,
  /** Characters that form no token. */
  ILLEGAL,
  /** Blanks and comments; only {@link Tokenizer#scan} sees them. */
  SPACE,
  /** A bare word that is no keyword, or a word in double quotes, backticks or brackets. */
  IDENTIFIER,
  /** {@code 'text'}. */
  STRING,
  /** {@code x'00'}. */
  BLOB,
  /** Decimal or hexadecimal digits. */
  INTEGER,
  /** Digits with a point or an exponent. */
  FLOAT,
  /** {@code ?}, {@code ?1}, {@code :a}, {@code @a}, {@code $a}, {@code #a}. */
  VARIABLE,
  SEMICOLON,
  LEFT_PARENTHESIS,
  RIGHT_PARENTHESIS,
  COMMA,
  DOT,
  PLUS,
  MINUS,
  STAR,
  SLASH,
  PERCENT,
  AMPERSAND,
  PIPE,
  TILDE,
  SHIFT_LEFT,
  SHIFT_RIGHT,
  /** {@code ||}. */
  CONCAT,
  /** {@code ->}. */
  ARROW,
  /** {@code ->>}. */
  LONG_ARROW,
  /** {@code =} and {@code ==}. */
  EQUAL,
  /** {@code <>} and {@code !=}. */
  NOT_EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  ABORT(Use.FALLBACK),
  ACTION(Use.FALLBACK),
  ADD(Use.RESERVED),
  AFTER(Use.FALLBACK),
  ALL(Use.RESERVED),
  ALTER(Use.RESERVED),
  ALWAYS(Use.FALLBACK),
  ANALYZE(Use.FALLBACK),
  AND(Use.RESERVED),
  AS(Use.RESERVED),
  ASC(Use.FALLBACK),
  ATTACH(Use.FALLBACK),
  AUTOINCREMENT(Use.RESERVED),
  BEFORE(Use.FALLBACK),
  BEGIN(Use.FALLBACK),
  BETWEEN(Use.RESERVED),
  BY(Use.FALLBACK),
  CASCADE(Use.FALLBACK),
  CASE(Use.RESERVED),
  CAST(Use.FALLBACK),
  CHECK(Use.RESERVED),
  COLLATE(Use.RESERVED),
  COLUMN(Use.FALLBACK),
  COMMIT(Use.RESERVED),
  CONFLICT(Use.FALLBACK),
  CONSTRAINT(Use.RESERVED),
  CREATE(Use.RESERVED),
  CROSS(Use.JOIN),
  CURRENT(Use.FALLBACK),
  CURRENT_DATE(Use.FALLBACK),
  CURRENT_TIME(Use.FALLBACK),
  CURRENT_TIMESTAMP(Use.FALLBACK),
  DATABASE(Use.FALLBACK),
  DEFAULT(Use.RESERVED),
  DEFERRABLE(Use.RESERVED),
  DEFERRED(Use.FALLBACK),
  DELETE(Use.RESERVED),
  DESC(Use.FALLBACK),
  DETACH(Use.FALLBACK),
  DISTINCT(Use.RESERVED),
  DO(Use.FALLBACK),
  DROP(Use.RESERVED),
  EACH(Use.FALLBACK),
  ELSE(Use.RESERVED),
  END(Use.FALLBACK),
  ESCAPE(Use.RESERVED),
  EXCEPT(Use.RESERVED),
  EXCLUDE(Use.FALLBACK),
  EXCLUSIVE(Use.FALLBACK),
  EXISTS(Use.RESERVED),
  EXPLAIN(Use.FALLBACK),
  FAIL(Use.FALLBACK),
  FILTER(Use.CONTEXTUAL),
  FIRST(Use.FALLBACK),
  FOLLOWING(Use.FALLBACK),
  FOR(Use.FALLBACK),
  FOREIGN(Use.RESERVED),
  FROM(Use.RESERVED),
  FULL(Use.JOIN),
  GENERATED(Use.FALLBACK),
  GLOB(Use.FALLBACK),
  GROUP(Use.RESERVED),
  GROUPS(Use.FALLBACK),
  HAVING(Use.RESERVED),
  IF(Use.FALLBACK),
  IGNORE(Use.FALLBACK),
  IMMEDIATE(Use.FALLBACK),
  IN(Use.RESERVED),
  INDEX(Use.RESERVED),
  INDEXED(Use.INDEXED),
  INITIALLY(Use.FALLBACK),
  INNER(Use.JOIN),
  INSERT(Use.RESERVED),
  INSTEAD(Use.FALLBACK),
  INTERSECT(Use.RESERVED),
  INTO(Use.RESERVED),
  IS(Use.RESERVED),
  ISNULL(Use.RESERVED),
  JOIN(Use.RESERVED),
  KEY(Use.FALLBACK),
  LAST(Use.FALLBACK),
  LEFT(Use.JOIN),
  LIKE(Use.FALLBACK),
  LIMIT(Use.RESERVED),
  MATCH(Use.FALLBACK),
  MATERIALIZED(Use.FALLBACK),
  NATURAL(Use.JOIN),
  NO(Use.FALLBACK),
  NOT(Use.RESERVED),
  NOTHING(Use.RESERVED),
  NOTNULL(Use.RESERVED),
  NULL(Use.RESERVED),
  NULLS(Use.FALLBACK),
  OF(Use.FALLBACK),
  OFFSET(Use.FALLBACK),
  ON(Use.RESERVED),
  OR(Use.RESERVED),
  ORDER(Use.RESERVED),
  OTHERS(Use.FALLBACK),
  OUTER(Use.JOIN),
  OVER(Use.CONTEXTUAL),
  PARTITION(Use.FALLBACK),
  PLAN(Use.FALLBACK),
  PRAGMA(Use.FALLBACK),
  PRECEDING(Use.FALLBACK),
  PRIMARY(Use.RESERVED),
  QUERY(Use.FALLBACK),
  RAISE(Use.FALLBACK),
  RANGE(Use.FALLBACK),
  RECURSIVE(Use.FALLBACK),
  REFERENCES(Use.RESERVED),
  REGEXP(Use.FALLBACK),
  REINDEX(Use.FALLBACK),
  RELEASE(Use.FALLBACK),
  RENAME(Use.FALLBACK),
  REPLACE(Use.FALLBACK),
  RESTRICT(Use.FALLBACK),
  RETURNING(Use.RESERVED),
  RIGHT(Use.JOIN),
  ROLLBACK(Use.FALLBACK),
  ROW(Use.FALLBACK),
  ROWS(Use.FALLBACK),
  SAVEPOINT(Use.FALLBACK),
  SELECT(Use.RESERVED),
  SET(Use.RESERVED),
  TABLE(Use.RESERVED),
  TEMP(Use.FALLBACK),
  TEMPORARY(Use.FALLBACK),
  THEN(Use.RESERVED),
  TIES(Use.FALLBACK),
  TO(Use.RESERVED),
  TRANSACTION(Use.RESERVED),
  TRIGGER(Use.FALLBACK),
  UNBOUNDED(Use.FALLBACK),
  UNION(Use.RESERVED),
  UNIQUE(Use.RESERVED),
  UPDATE(Use.RESERVED),
  USING(Use.RESERVED),
  VACUUM(Use.FALLBACK),
  VALUES(Use.RESERVED),
  VIEW(Use.FALLBACK),
  VIRTUAL(Use.FALLBACK),
  WHEN(Use.RESERVED),
  WHERE(Use.RESERVED),
  WINDOW(Use.CONTEXTUAL),
  WITH(Use.FALLBACK),
  WITHOUT(Use.FALLBACK);

  private enum Use {
    /** Not a keyword. */
    NONE,
    /** Never a name. */
    RESERVED,
    /** A name wherever the keyword makes no sense. */
    FALLBACK,
    /** A name where a table, column or function is named, but never a bare alias. */
    JOIN,
    /** As {@link #JOIN}; a constant of its own as the grammar has it so. */
    INDEXED,
    /** WINDOW, OVER and FILTER, which the tokens around them make keywords or plain names. */
    CONTEXTUAL
  }

  private final Use use;

  TokenType() {
    this(Use.NONE);
  }

  TokenType(Use use) {
    this.use = use;
  }

  /** True for the words of the grammar. */
  public boolean isKeyword() {
    return use != Use.NONE;
  }

  /** True for an identifier and for keywords that fall back to one. */
  public boolean isIdentifier() {
    return this == IDENTIFIER || use == Use.FALLBACK;
  }

  /** True for what may name a column or a function in an expression. */
  public boolean isColumnName() {
    return isIdentifier() || use == Use.JOIN || use == Use.INDEXED;
  }

  /** True for what may name a table, column or other object where no expression can stand. */
  public boolean isName() {
    return isColumnName() || this == STRING;
  }

  /** True for what may be an alias without AS, or a word of a type name. */
  public boolean isIdentifierOrString() {
    return isIdentifier() || this == STRING;
  }
}
