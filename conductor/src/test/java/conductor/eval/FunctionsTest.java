package conductor.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import sqlite.parser.SqlParser;

final class FunctionsTest {
  private static final String OVERFLOW = "abs(-9223372036854775808)";

  @Test
  void patternsMatchAsInSqlite() throws SQLException {
    Cases.assertAsSqlite(
        "'abc' LIKE 'A_C'",
        "'é' LIKE 'É'",
        "'é' LIKE '_'",
        "'a%' LIKE 'a\\%' ESCAPE '\\'",
        "'a%' LIKE 'a%%' ESCAPE '%'",
        "'_a' LIKE '__a' ESCAPE '_'",
        "'a' LIKE 'a\\' ESCAPE '\\'",
        "'a' LIKE '%\\' ESCAPE '\\'",
        "'a' LIKE 'a' ESCAPE 'ab'",
        "'a' LIKE 'a' ESCAPE ''",
        "'a' LIKE 'a' ESCAPE NULL",
        "NULL LIKE '%'",
        "'a' NOT LIKE NULL",
        "10 LIKE '1%'",
        "x'61' LIKE 'a'",
        "'ab' LIKE '%_%_%'",
        "'ab' LIKE '%_%_%_%'",
        "'abab' LIKE '%ab'",
        "'abc' GLOB 'a[b-d]c'",
        "'a-c' GLOB 'a[b-]c'",
        "'a]c' GLOB 'a[]]c'",
        "'abc' GLOB 'a[^b]c'",
        "'a^c' GLOB 'a[b^]c'",
        "'abc' GLOB '*[c]'",
        "'abc' GLOB '*[d]'",
        "'a[c' GLOB 'a[[]c'",
        "'ab' GLOB 'a[b'",
        "'' GLOB '*'",
        "'a' GLOB 'A'",
        "'' LIKE ''",
        "'' GLOB '[a]'",
        "'b' GLOB '[a-]'",
        "'b' GLOB '[-c]'",
        "'b' GLOB '[a-c-e]'",
        "like('a%', 'abc')",
        "like('a_', 'a_', '_')",
        "glob('a*', 'abc')");
  }

  @Test
  void patternsOfMoreThanFiftyBytesAreTooComplex() throws SQLException {
    String fifty = "é".repeat(25);
    Cases.assertAsSqlite(
        "'a' LIKE '" + fifty + "'",
        "'a' LIKE '" + fifty + "a'",
        "'a' GLOB '" + fifty + "a'",
        "NULL LIKE '" + fifty + "a'");
    Computation tooLong =
        Evaluator.compile(
                new SqlParser().parseExpression("'a' LIKE '" + fifty + "a'"), Scope.CONSTANT)
            .orElseThrow();
    EvaluationException failure =
        assertThrows(EvaluationException.class, () -> tooLong.value(Bound.NOTHING));
    assertEquals("LIKE or GLOB pattern too complex", failure.getMessage());
  }

  @Test
  void valuesAreBounded() throws SQLException {
    String most = "hex(zeroblob(999999))";
    Cases.assertAsSqlite(
        "length(zeroblob(2000000))",
        "length(zeroblob(2000001))",
        "length(" + most + ")",
        "length(hex(zeroblob(1000000)))",
        "length(" + most + " || 'ab')",
        "length(" + most + " || 'abc')",
        "length(lower(" + most + " || 'a'))",
        "length(lower(" + most + " || 'ab'))",
        "length(concat(" + most + ", 'ab'))",
        "length(concat(" + most + ", 'abc'))",
        "length(replace(" + most + ", '0', '1'))",
        "length(replace('a' || substr(" + most + ", 2), 'a', 'abc'))",
        "length(replace('a' || substr(" + most + ", 2), 'a', 'abcd'))",
        "length(replace(" + most + " || 'ab', 'a', 'b'))",
        "length(quote(zeroblob(999997)))",
        "length(quote(zeroblob(999998)))",
        "length(concat_ws(" + most + ", 1, 2, 3))");
  }

  @Test
  void functionsOfTextGiveWhatSqliteGives() throws SQLException {
    Cases.assertAsSqlite(
        "length('a' || char(0) || 'b')",
        "octet_length('é')",
        "hex(upper('a' || char(0) || 'é'))",
        "substr('hello', 0)",
        "substr('hello', -3, 2)",
        "substr('hello', 3, -2)",
        "substr('hello', 0, 2)",
        "substr('aé😀b', 2, 2)",
        "substr(x'010203', -2)",
        "substr(x'', 1)",
        "substr('abc', NULL)",
        "substr('abc', 1, NULL)",
        "substr('abc', -9223372036854775808)",
        "substr('abc', 2, 9223372036854775807)",
        "substr('abc', 2, -9223372036854775808)",
        "substr('hello', 2.9, '2x')",
        "hex(substr('ab' || char(0) || 'c', 2))",
        "instr('aé😀b', 'b')",
        "instr(x'010203', x'03')",
        "instr('abc', x'62')",
        "instr('abc', '')",
        "instr(12345, 34)",
        "trim('xxaxx', 'x')",
        "trim('éaé', 'é')",
        "trim('a', '')",
        "trim(5)",
        "hex(trim('ab', 'b' || char(0) || 'a'))",
        "replace('aaa', 'aa', 'b')",
        "replace(5, '', NULL)",
        "replace(x'61', '', 'x')",
        "replace('a', 'a', NULL)",
        "replace('a' || char(0), char(0), 'x')",
        "char(65, 128512, -1, 1114112)",
        "char()",
        "hex(char(NULL))",
        "unicode('é')",
        "unicode('')",
        "unicode(char(0))",
        "unicode(char(65534))",
        "concat(1, NULL, 2.5, x'61')",
        "concat_ws(',', 'a', '', NULL, 'b')",
        "concat_ws(NULL, 'a')",
        "unhex('41 42', ' ')",
        "unhex('4 142', ' ')",
        "unhex('4')",
        "unhex('')",
        "unhex('éé41é', 'é')",
        "unhex('41', NULL)",
        "unhex('41 ' || char(0) || 'zz', ' ')",
        "hex(NULL)",
        "hex(12)",
        "quote('it''s')",
        "quote('a' || char(0) || 'b')",
        "quote(x'0Aff')",
        "quote(9e999)",
        "quote(-9e999)",
        "quote(-0.0)",
        "quote(NULL)",
        "quote(1e15)",
        "zeroblob(-1)",
        "zeroblob('2')",
        "typeof(x'')",
        "length(1e100)",
        "likelihood('a', 0.5)");
  }

  @Test
  void functionsOfNumbersGiveWhatSqliteGives() throws SQLException {
    Cases.assertAsSqlite(
        "abs('5')",
        "abs('x')",
        "abs(-0.0)",
        "abs(x'2d35')",
        OVERFLOW,
        "sign(' 5 ')",
        "sign('5x')",
        "sign(-0.0)",
        "sign(x'35')",
        "round(2.5)",
        "round(-2.5)",
        "round(-0.1)",
        "round(1.005, 2)",
        "round(2.675, 2)",
        "round(-0.04, 1)",
        "round(0.05, 1)",
        "round(1.5, -1)",
        "round(2.5, 4294967297)",
        "round('1.25', '1')",
        "round(1e-320, 5)",
        "round(9e999, 2)",
        "round(4503599627370495.5)",
        "round(4503599627370496.0, 1)",
        "round(123456789.987, 2)",
        "round(1, NULL)",
        "ceil(-0.5)",
        "ceil('2.0')",
        "ceil('2')",
        "ceil(x'32')",
        "floor(-0.5)",
        "floor(9223372036854775807)",
        "trunc(-2.7)",
        "trunc(-0.2)",
        "ceiling(1e300)",
        "mod(-7.5, 2)",
        "mod(-6, 2)",
        "mod(5, 0)",
        "mod(1e300, 7)",
        "mod(9e999, 2)",
        "mod(2, 9e999)",
        "mod('7', '4')",
        "mod(5e-324, 3e-324)",
        "sqrt(2)",
        "sqrt(-1)",
        "pi()",
        "min(1, 1.0)",
        "max(1, 1.0)",
        "min(1, NULL)",
        "max(x'', 'a', 1)",
        "1 / 0",
        "1 % 0",
        "-9223372036854775808 / -1",
        "-9223372036854775808 % -1",
        "1 << 64",
        "1 >> -1");
  }
}
