// Rows of SQLite as JSON. They are written here, since a call into Java for every value is what costs.

// What stands between rows that are to be told apart without being read: see storage.api.EncodedRows.
const SEPARATOR = ",\n";

/**
 * How the rows of a query are written. The last column of each holds the exact forms of the others:
 * see storage.exec.ExactQuery.
 *
 * @param names of the columns that are the rows
 * @param keys the positions of the columns that are written beside them, or null for none
 */
export function rowWriter(names, keys) {
  const positions = names.map((_, column) => column);
  const fields = objectKeys(names);
  const array = (row, literals) => encodeArray(row, literals, positions);
  const object = (row, literals) => encodeObject(row, literals, fields);
  return {
    /** All rows, as objects or as arrays. */
    all(rows, objects) {
      const joint = keys === null ? "," : SEPARATOR;
      const write = objects ? object : array;
      const literals = rows.map(literalsOf);
      return {
        rows: rows.map((row, i) => write(row, literals[i])).join(joint),
        keys: keys && rows.map((row, i) => encodeArray(row, literals[i], keys)).join(joint),
        count: rows.length,
      };
    },
    /** Rows until they have so many characters; `next` gives one, or undefined. */
    page(next, characters, objects) {
      const write = objects ? object : array;
      const rows = [];
      const beside = [];
      let size = 0;
      let row;
      while (size < characters && (row = next()) !== undefined) {
        const literals = literalsOf(row);
        const text = write(row, literals);
        const ofKey = keys && encodeArray(row, literals, keys);
        rows.push(text);
        beside.push(ofKey);
        size += text.length + (ofKey?.length ?? 0) + SEPARATOR.length;
      }
      return {
        rows: rows.join(SEPARATOR),
        keys: keys && beside.join(SEPARATOR),
        count: rows.length,
      };
    },
  };
}

/** Of columns with one name the last gives the value, where the first stands. */
function objectKeys(names) {
  const columns = new Map();
  names.forEach((name, column) => columns.set(name, column));
  return [...columns].map(([name, column]) => ({ text: `${JSON.stringify(name)}:`, column }));
}

function encodeObject(row, literals, keys) {
  let text = "{";
  for (let i = 0; i < keys.length; i++) {
    const { text: key, column } = keys[i];
    text += (i === 0 ? "" : ",") + key + encodeValue(row[column], literals[column]);
  }
  return `${text}}`;
}

function encodeArray(row, literals, columns) {
  let text = "[";
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i];
    text += (i === 0 ? "" : ",") + encodeValue(row[column], literals[column]);
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
