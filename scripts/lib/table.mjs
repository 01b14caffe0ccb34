// Rows as an aligned table of text.
import { NumberLiteral } from "./exact.mjs";

// What would break a line, move the cursor or turn the direction of writing.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const SHORT_ESCAPES = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

const PRINTABLE_ASCII = /^[ -~]*$/;
const NO_COLUMN = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
// Unicode's East Asian Width W and F, in blocks; with the pictographs that terminals draw wide.
const TWO_COLUMNS = new RegExp(
  "^[" +
    "\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f" +
    "\\uff00-\\uff60\\uffe0-\\uffe6\\u{1f300}-\\u{1f64f}\\u{1f680}-\\u{1f6ff}" +
    "\\u{1f900}-\\u{1f9ff}\\u{20000}-\\u{3fffd}]$",
  "u",
);

/** The text with everything escaped that a terminal would not just show. */
export function printable(text) {
  return text.replace(UNPRINTABLE, (character) => {
    const code = character.codePointAt(0);
    const long = code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : undefined;
    return SHORT_ESCAPES.get(character) ?? long ?? `\\u{${code.toString(16)}}`;
  });
}

/** How many columns of a terminal a printable text takes. */
export function width(text) {
  if (PRINTABLE_ASCII.test(text)) {
    return text.length;
  }
  let columns = 0;
  for (const character of text) {
    if (!NO_COLUMN.test(character)) {
      columns += TWO_COLUMNS.test(character) ? 2 : 1;
    }
  }
  return columns;
}

/** A value of the answer as one line: NULL, digits as they came, text, or x'..' for a BLOB. */
export function formatValue(value) {
  if (value === null) {
    return "NULL";
  }
  if (value instanceof NumberLiteral) {
    return formatNumber(value);
  }
  if (Array.isArray(value)) {
    return `x'${Buffer.from(value.map(Number)).toString("hex")}'`;
  }
  return printable(String(value));
}

function formatNumber({ source }) {
  const number = Number(source);
  if (Number.isFinite(number) || /^-?[0-9]+$/.test(source)) {
    return source;
  }
  return number > 0 ? "Inf" : "-Inf";
}

/** The lines of a table: header, rule, rows; columns of numbers lean to the right. */
export function* tableLines(columns, rows) {
  const cells = rows.map((row) => row.map(formatValue));
  const header = columns.map(printable);
  const widths = header.map((name) => width(name));
  const numeric = header.map(() => rows.length > 0);
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      widths[c] = Math.max(widths[c], width(cells[r][c]));
      numeric[c] &&= value === null || value instanceof NumberLiteral;
    });
  });
  yield line(header, widths, numeric);
  yield widths.map((columnWidth) => "-".repeat(columnWidth)).join("  ");
  for (const row of cells) {
    yield line(row, widths, numeric);
  }
}

function line(cells, widths, numeric) {
  const padded = cells.map((cell, c) => {
    const padding = " ".repeat(widths[c] - width(cell));
    if (numeric[c]) {
      return padding + cell;
    }
    return c === cells.length - 1 ? cell : cell + padding;
  });
  return padded.join("  ");
}
