package conductor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.Parameters;
import conductor.api.SqlException;
import conductor.api.SqlText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sqlite.value.SqlValue;

final class StatementBodyTest {
  private static List<SqlValue> values(String params) {
    List<SqlText> items = StatementBody.read("{\"sql\":\"SELECT 1\",\"params\":" + params + "}");
    if (items.get(0).parameters() instanceof Parameters.Positional positional) {
      return positional.values();
    }
    throw new AssertionError("no array: " + items);
  }

  private static String refusal(String body) {
    SqlException refused = assertThrows(SqlException.class, () -> StatementBody.read(body), body);
    assertEquals(ErrorCode.BAD_REQUEST, refused.code());
    return refused.message();
  }

  @Test
  void readsTheThreeShapes() {
    SqlText one = new SqlText("SELECT 1", Parameters.NONE);
    SqlText two = new SqlText("SELECT :a", new Parameters.Named(Map.of("a", new SqlValue.Int(5))));
    assertEquals(List.of(one), StatementBody.read("{\"sql\":\"SELECT 1\"}"));
    assertEquals(List.of(one), StatementBody.read(" {\"params\":[],\"sql\":\"SELECT 1\"} "));
    String batch = "[{\"sql\":\"SELECT 1\"},{\"sql\":\"SELECT :a\",\"params\":{\"a\":5}}]";
    assertEquals(List.of(one, two), StatementBody.read(batch));
    assertEquals(List.of(one, two), StatementBody.read("{\"batch\":" + batch + "}"));
  }

  @Test
  void readsEveryKindOfValueExactly() {
    assertEquals(
        List.of(
            SqlValue.NULL,
            new SqlValue.Int(1),
            new SqlValue.Int(0),
            new SqlValue.Int(Long.MAX_VALUE),
            new SqlValue.Int(Long.MIN_VALUE),
            new SqlValue.Int(9_007_199_254_740_993L),
            new SqlValue.Real(1.0),
            new SqlValue.Real(100.0),
            new SqlValue.Real(-0.0),
            new SqlValue.Real(Double.POSITIVE_INFINITY),
            new SqlValue.Real(Double.NEGATIVE_INFINITY)),
        values(
            "[null,true,false,9223372036854775807,-9223372036854775808,9007199254740993,"
                + "1.0,1e2,-0.0,9e999,-9e999]"));
    assertEquals(
        List.of(
            new SqlValue.Text(""),
            new SqlValue.Text("a\0é日😀"),
            new SqlValue.Text("😀"),
            new SqlValue.Blob(new byte[0]),
            new SqlValue.Blob(new byte[] {0, (byte) 255}),
            new SqlValue.Int(Long.MAX_VALUE),
            new SqlValue.Int(-7)),
        values(
            "[\"\",\"a\\u0000é日😀\",\"\\ud83d\\ude00\",[],[0,255],"
                + "{\"int64\":\"9223372036854775807\"},{\"int64\":\"-7\"}]"));
  }

  @Test
  void anObjectOfParamsHoldsNamesAlsoWhenOneIsInt64() {
    List<SqlText> items =
        StatementBody.read("{\"sql\":\"SELECT :int64\",\"params\":{\"int64\":\"x\"}}");
    assertEquals(
        new Parameters.Named(Map.of("int64", new SqlValue.Text("x"))), items.get(0).parameters());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "''|the body is empty",
        "5|the body must be an object or an array, not a number",
        "'x'|the body must be an object or an array, not a string",
        "null|the body must be an object or an array, not null",
        "true|the body must be an object or an array, not a boolean",
        "{}|the body has no sql",
        "[]|the body is an empty batch",
        "{'batch':[]}|batch is an empty batch",
        "{'batch':{}}|batch must be an array, not an object",
        "{'batch':[{'sql':'x'},{}]}|batch[1] has no sql",
        "[{'sql':'x'},7]|[1] must be an object, not a number",
        "[[[[[[[[[[|[0] must be an object, not an array",
        "[{'sql':'x'},{'sql':'y','parms':[]}]|[1] has an unknown field: parms",
        "{'sql':'x','limit':5}|the body has an unknown field: limit",
        "{'sql':'x','batch':[{'sql':'y'}]}|the body must have either batch, or sql and params",
        "{'params':[],'batch':[{'sql':'y'}]}|the body must have either batch, or sql and params",
        "{'params':[]}|the body has no sql",
        "{'sql':'x','sql':'y'}|the body has the field sql twice",
        "{'sql':5}|sql must be a string, not a number",
        "{'sql':null}|sql must be a string, not null",
        "{'sql':''}|sql is empty",
        "{'sql':' \\n'}|sql is empty",
        "{'sql':'a\\ud800'}|sql holds half of a surrogate pair at character 2",
        "{'sql':'\\ude00\\ud83d'}|sql holds half of a surrogate pair at character 1",
        "{'sql':'x','params':5}|params must be an array or an object, not a number",
        "{'sql':'x','params':null}|params must be an array or an object, not null",
        "{'sql':'x','params':['\\udfff']}|params[0] holds half of a surrogate pair at character 1",
        "{'sql':'x','params':{'a':1,'a':2}}|params has the field a twice",
        "{'sql':'x','params':[1,9223372036854775808]}"
            + "|params[1] is no value: the integer 9223372036854775808 is beyond 64 bits",
        "{'sql':'x','params':[[256]]}"
            + "|params[0] is no value: a BLOB is an array of numbers from 0 to 255",
        "{'sql':'x','params':[[-1]]}"
            + "|params[0] is no value: a BLOB is an array of numbers from 0 to 255",
        "{'sql':'x','params':[[1.0]]}"
            + "|params[0] is no value: a BLOB is an array of numbers from 0 to 255",
        "{'sql':'x','params':[[[1]]]}"
            + "|params[0] is no value: a BLOB is an array of numbers from 0 to 255",
        "{'sql':'x','params':[{}]}" + "|params[0] is no value: an object must be {'int64': '...'}",
        "{'sql':'x','params':[{'int32':'5'}]}|params[0] has an unknown field: int32",
        "{'sql':'x','params':[{'int64':5}]}|params[0].int64 must be a string, not a number",
        "{'sql':'x','params':[{'int64':''}]}|params[0].int64 must be the digits of an integer",
        "{'sql':'x','params':[{'int64':'1.0'}]}|params[0].int64 must be the digits of an integer",
        "{'sql':'x','params':[{'int64':'+1'}]}|params[0].int64 must be the digits of an integer",
        "{'sql':'x','params':[{'int64':'9223372036854775808'}]}|params[0].int64 is beyond 64 bits",
        "{'sql':'x','params':{'a':{'b':1}}}|params.a has an unknown field: b",
      })
  void refusesEverythingElse(String body, String message) {
    assertEquals(
        message.replace('\'', '"'), refusal(body.equals("''") ? "" : body.replace('\'', '"')));
  }

  @Test
  void saysWhereABodyIsNoJson() {
    String start = "{\"sql\":\"x\"";
    assertEquals("the body is not JSON: it ends too early", refusal(start));
    assertEquals("the body is not JSON: it ends too early", refusal(start + ",\"params\":[1"));
    assertEquals(
        "the body goes on behind the end of its JSON value, line 2, column 1",
        refusal(start + "}\n{}"));
    assertEquals(
        "the body is not JSON: Unexpected close marker '}': no open Object to close,"
            + " line 1, column 12",
        refusal(start + "}}"));
    assertEquals(
        "the body is not JSON: Unexpected character ('}' (code 125)):"
            + " was expecting double-quote to start field name, line 1, column 12",
        refusal(start + ",}"));
    assertEquals(
        "the body is not JSON: Broken surrogate pair in field name:"
            + " expected '\\' to start low surrogate, got 0x22, line 1, column 29",
        refusal(start + ",\"params\":{\"\\ud800\":1}}"));
  }

  @Test
  void takesTenThousandStatementsAndNoMore() {
    String statement = "{\"sql\":\"x\"}";
    String most = statement + ("," + statement).repeat(Limits.STATEMENTS - 1);
    assertEquals(Limits.STATEMENTS, StatementBody.read("[" + most + "]").size());
    String more = "[" + most + "," + statement + "]";
    SqlException refused = assertThrows(SqlException.class, () -> StatementBody.read(more));
    assertEquals(ErrorCode.LIMIT, refused.code());
    assertEquals("too many statements: the limit is 10000", refused.message());
  }
}
