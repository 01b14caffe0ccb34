package sqlite.value;

/**
 * The storage class that a column prefers, and what SQLite does to a value that is stored there.
 *
 * @see <a href="https://sqlite.org/datatype3.html#type_affinity">sqlite.org: Type Affinity</a>
 */
public enum Affinity {
  /** Prefers none: a value is stored as it is. */
  BLOB,
  /** Numbers become text. */
  TEXT,
  /** Text that is a number becomes one, an INTEGER if nothing is lost by it. */
  NUMERIC,
  /** Like {@link #NUMERIC}; differs only in a CAST. */
  INTEGER,
  /** Like {@link #NUMERIC}, and integers become REAL. */
  REAL;

  /** Whether it makes numbers of text. */
  public boolean isNumeric() {
    return switch (this) {
      case NUMERIC, INTEGER, REAL -> true;
      case BLOB, TEXT -> false;
    };
  }

  /** The affinity of a column by its declared type, which is empty if it has none. */
  public static Affinity ofDeclaredType(String type) {
    if (contains(type, "int")) {
      return INTEGER;
    }
    if (contains(type, "char") || contains(type, "clob") || contains(type, "text")) {
      return TEXT;
    }
    if (type.isEmpty() || contains(type, "blob")) {
      return BLOB;
    }
    if (contains(type, "real") || contains(type, "floa") || contains(type, "doub")) {
      return REAL;
    }
    return NUMERIC;
  }

  /**
   * The affinity of a column of a STRICT table, whose ANY takes every value as it is; in other
   * tables ANY is a name without a meaning, and NUMERIC.
   *
   * @see <a href="https://sqlite.org/stricttables.html">sqlite.org: STRICT Tables</a>
   */
  public static Affinity ofStrictType(String type) {
    return Collation.NOCASE.compare(type, "ANY") == 0 ? BLOB : ofDeclaredType(type);
  }

  /** The value that a column with this affinity holds when {@code value} is stored there. */
  public SqlValue apply(SqlValue value) {
    return switch (this) {
      case BLOB -> value;
      case TEXT -> toText(value);
      case NUMERIC, INTEGER -> toNumber(value);
      case REAL -> toReal(toNumber(value));
    };
  }

  /** The value that {@code CAST(value AS type)} gives for a type with this affinity. */
  public SqlValue cast(SqlValue value) {
    if (value instanceof SqlValue.Null) {
      return value;
    }
    return switch (this) {
      case BLOB -> Conversion.toBlob(value);
      case TEXT -> new SqlValue.Text(Conversion.toText(value));
      case NUMERIC -> Conversion.toNumber(value);
      case INTEGER -> new SqlValue.Int(Conversion.toInteger(value));
      case REAL -> new SqlValue.Real(Conversion.toReal(value));
    };
  }

  private static SqlValue toText(SqlValue value) {
    return switch (value) {
      case SqlValue.Int integer -> new SqlValue.Text(NumberText.of(integer.value()));
      case SqlValue.Real real -> new SqlValue.Text(NumberText.of(real.value()));
      case SqlValue.Null none -> none;
      case SqlValue.Text text -> text;
      case SqlValue.Blob blob -> blob;
    };
  }

  private static SqlValue toNumber(SqlValue value) {
    return switch (value) {
      case SqlValue.Real real -> toExactInteger(real);
      case SqlValue.Text text -> {
        SqlValue number = NumberText.parseWhole(text.value());
        if (number instanceof SqlValue.Null) {
          yield text;
        }
        yield number instanceof SqlValue.Real real ? toExactInteger(real) : number;
      }
      case SqlValue.Null none -> none;
      case SqlValue.Int integer -> integer;
      case SqlValue.Blob blob -> blob;
    };
  }

  private static SqlValue toReal(SqlValue value) {
    return value instanceof SqlValue.Int integer
        ? new SqlValue.Real((double) integer.value())
        : value;
  }

  /** The INTEGER that a REAL is, unless that is the least or the greatest one. */
  private static SqlValue toExactInteger(SqlValue.Real real) {
    long integer = NumberText.toLong(real.value());
    boolean extreme = integer == Long.MIN_VALUE || integer == Long.MAX_VALUE;
    return !extreme && real.value() == (double) integer ? new SqlValue.Int(integer) : real;
  }

  private static boolean contains(String type, String smallLetters) {
    return Collation.NOCASE.canonical(type).contains(smallLetters);
  }
}
