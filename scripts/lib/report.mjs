// What an import did, counted and told.
import { printable } from "./table.mjs";

const SHOWN_CHARACTERS = 100;
const MAX_MESSAGES = 100;
const OTHER_MESSAGES = "(other messages)";

const NOTES = [
  [
    /sqlite_sequence/,
    "sqlite_sequence is not loaded: AUTOINCREMENT goes on after the largest id of a table",
  ],
  [/sqlite_stat/, "what ANALYZE measured is not loaded: it was true of one SQLite file"],
  [/^ROLLBACK$/, "the file rolls back: what that would have undone is loaded all the same"],
];

export class Report {
  #progress;
  #now;
  #started;
  #statements = 0;
  #rows = 0;
  #bytes = 0;
  #refused = 0;
  #groups = new Map();
  #passedOver = new Map();

  constructor({ progress, now = Date.now }) {
    this.#progress = progress;
    this.#now = now;
    this.#started = now();
  }

  /** True if nothing was refused. */
  get complete() {
    return this.#refused === 0;
  }

  loaded(statements, rows) {
    this.#statements += statements.length;
    this.#rows += rows;
    this.#dealtWith(statements.at(-1));
  }

  refused(statement, message) {
    this.#progress.note(`line ${statement.line}: ${printable(message)}: ${excerpt(statement)}`);
    this.refusedLikeOthers(statement, message);
  }

  refusedLikeOthers(statement, message) {
    this.#refused++;
    const known = this.#groups.has(message) || this.#groups.size < MAX_MESSAGES;
    const key = known ? message : OTHER_MESSAGES;
    const group = this.#groups.get(key) ?? { count: 0, first: statement };
    group.count++;
    group.lastLine = statement.line;
    this.#groups.set(key, group);
    this.#dealtWith(statement);
  }

  passedOver(statement, name) {
    this.#passedOver.set(name, (this.#passedOver.get(name) ?? 0) + 1);
    this.#dealtWith(statement);
  }

  waiting(message, millis) {
    const seconds = (millis / 1000).toFixed(1);
    this.#progress.note(`waiting ${seconds} s: ${printable(message)}`);
  }

  #dealtWith({ end }) {
    this.#bytes = Math.max(this.#bytes, end);
    this.#progress.show({ bytes: this.#bytes, statements: this.#statements, rows: this.#rows });
  }

  /** The lines of the summary. */
  *summary() {
    const seconds = ((this.#now() - this.#started) / 1000).toFixed(1);
    const statements = counted(this.#statements, "statement");
    yield `loaded ${statements}, ${counted(this.#rows, "row")} in ${seconds} s`;
    if (this.#passedOver.size > 0) {
      const names = [...this.#passedOver].map(([name, count]) => `${grouped(count)} × ${name}`);
      yield `passed over: ${names.join(", ")}`;
      yield* this.#notes();
    }
    if (this.#refused > 0) {
      yield `not loaded: ${counted(this.#refused, "statement")}`;
      for (const [message, { count, first, lastLine }] of this.#groups) {
        yield `  ${printable(message)}`;
        const lines = lineRange(first.line, lastLine);
        yield `    ${counted(count, "statement")}, ${lines}: ${excerpt(first)}`;
      }
    }
  }

  *#notes() {
    const names = [...this.#passedOver.keys()];
    for (const [pattern, note] of NOTES) {
      if (names.some((name) => pattern.test(name))) {
        yield `  ${note}`;
      }
    }
  }
}

/** A whole number with its thousands apart. */
export function grouped(number) {
  return number.toLocaleString("en-US");
}

/** From the line in which a statement begins to that of another. */
export function lineRange(first, last) {
  return first === last ? `line ${first}` : `lines ${first}-${last}`;
}

function counted(number, noun) {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

function excerpt({ sql }) {
  const start = [...sql.slice(0, 2 * SHOWN_CHARACTERS)].slice(0, SHOWN_CHARACTERS).join("");
  return printable(start.replace(/\s+/g, " ")) + (start.length < sql.length ? "…" : "");
}
