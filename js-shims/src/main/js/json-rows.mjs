// The rows of rows.mjs read back, into what sql.js can bind without changing a value.

const NUMBER = /-?[0-9.eE+-]+/y;

/**
 * Calls `visit(values, marks)` for each of the rows in `text`, JSON arrays joined by commas. A mark
 * says how its value must be bound: "v" as it is; "i" an INTEGER as text, since sql.js would make a
 * REAL of it; "r" a REAL, of which sql.js would make an INTEGER.
 */
export function visitRows(text, visit) {
  let at = 0;
  while (at < text.length) {
    const values = [];
    let marks = "";
    do {
      // Behind a bracket or a comma.
      at++;
      const [end, mark, value] = readValue(text, at);
      values.push(value);
      marks += mark;
      at = end;
    } while (text[at] === ",");
    visit(values, marks);
    // Behind the bracket, and the comma between rows.
    at += 2;
  }
}

function readValue(text, at) {
  switch (text[at]) {
    case "n":
      return [at + "null".length, "v", null];
    case '"':
      return readText(text, at);
    case "[":
      return readBytes(text, at);
    default:
      return readNumber(text, at);
  }
}

function readText(text, at) {
  let end = text.indexOf('"', at + 1);
  while (isEscaped(text, end)) {
    end = text.indexOf('"', end + 1);
  }
  return [end + 1, "v", JSON.parse(text.slice(at, end + 1))];
}

function isEscaped(text, quote) {
  let backslashes = 0;
  while (text[quote - 1 - backslashes] === "\\") {
    backslashes++;
  }
  return backslashes % 2 === 1;
}

function readBytes(text, at) {
  const end = text.indexOf("]", at);
  const numbers = text.slice(at + 1, end);
  return [end + 1, "v", numbers === "" ? new Uint8Array(0) : Uint8Array.from(numbers.split(","))];
}

function readNumber(text, at) {
  NUMBER.lastIndex = at;
  const [literal] = NUMBER.exec(text);
  const number = Number(literal);
  const boundAsInteger = number === (number | 0);
  const isReal = /[.eE]/.test(literal);
  if (isReal) {
    return [at + literal.length, boundAsInteger ? "r" : "v", number];
  }
  return boundAsInteger
    ? [at + literal.length, "v", number]
    : [at + literal.length, "i", literal];
}
