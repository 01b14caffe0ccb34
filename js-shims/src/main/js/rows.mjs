// Rows of SQLite as JSON. They are written here, since a call into Java for every value is what costs.

/**
 * The rows as JSON, joined by commas. The last column of each holds the exact forms of the others:
 * see storage.exec.ExactQuery.
 *
 * @param keys of objects, as `objectKeys` makes them; null for arrays
 */
export function encodeRows(rows, keys) {
  const encode = keys === null ? encodeArray : (row) => encodeObject(row, keys);
  return rows.map(encode).join(",");
}

/** Of columns with one name the last gives the value, where the first stands. */
export function objectKeys(names) {
  const columns = new Map();
  names.forEach((name, column) => columns.set(name, column));
  return [...columns].map(([name, column]) => ({ text: `${JSON.stringify(name)}:`, column }));
}

function encodeObject(row, keys) {
  const literals = literalsOf(row);
  let text = "{";
  for (let i = 0; i < keys.length; i++) {
    const { text: key, column } = keys[i];
    text += (i === 0 ? "" : ",") + key + encodeValue(row[column], literals[column]);
  }
  return `${text}}`;
}

function encodeArray(row) {
  const literals = literalsOf(row);
  let text = "[";
  for (let column = 0; column < literals.length; column++) {
    text += (column === 0 ? "" : ",") + encodeValue(row[column], literals[column]);
  }
  return `${text}]`;
}

/** One for each of the other columns: the form of an INTEGER or an infinity, or a dash. */
function literalsOf(row) {
  return row[row.length - 1].split(",");
}

function encodeValue(value, literal) {
  if (literal !== "-") {
    return literal;
  }
  if (value === null) {
    return "null";
  }
  if (typeof value === "string") {
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    return encodeReal(value);
  }
  return `[${new Uint8Array(value).join(",")}]`;
}

/** A REAL always has a point or an exponent. */
function encodeReal(value) {
  if (!Number.isInteger(value)) {
    return String(value);
  }
  const text = Object.is(value, -0) ? "-0" : String(value);
  return text.includes("e") ? text : `${text}.0`;
}
