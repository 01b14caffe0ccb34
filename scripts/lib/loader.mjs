// Sends the statements of a dump in their order, so that what is refused is as small as it can be.
import { NoAnswer, Refused } from "./client.mjs";
import { explain } from "./command.mjs";
import { NotSql } from "./split.mjs";
import { classify } from "./statement.mjs";

/** The server runs one request at once, all or nothing: bounds of what it holds meanwhile. */
export const MAX_BATCH_STATEMENTS = 500;
export const MAX_BATCH_BYTES = 1_000_000;

const MAX_ATTEMPTS = 7;
const FIRST_WAIT_MILLIS = 500;
const MAX_WAIT_MILLIS = 30_000;

/**
 * The import ends early. Everything before the statement `next` is dealt with, nothing after it;
 * `uncertain` are the ones from `next` on of which nobody knows whether they were loaded.
 */
export class Stopped extends Error {
  constructor(message, { next, uncertain = [] } = {}) {
    super(message);
    this.next = next;
    this.uncertain = uncertain;
  }
}

/**
 * `report` hears what became of every statement: `loaded(statements, rows)`,
 * `refused(statement, message)`, `refusedLikeOthers(statement, message)` for one that was not even
 * sent, `passedOver(statement, name)`; and of `waiting(message, millis)`. `sleep(millis)` waits;
 * once `interruption.aborted` nothing more is sent.
 */
export class Loader {
  #client;
  #database;
  #report;
  #sleep;
  #interruption;
  #batch = [];
  #batchBytes = 0;
  /** The tables that are not there, as the dump writes them, with the server's message. */
  #missing = new Map();

  constructor({ client, database, report, sleep, interruption }) {
    this.#client = client;
    this.#database = database;
    this.#report = report;
    this.#sleep = sleep;
    this.#interruption = interruption;
  }

  /** Loads all of them, or throws Stopped. */
  async load(statements) {
    try {
      for await (const statement of statements) {
        if (this.#interruption.aborted) {
          throw new Stopped("interrupted", { next: this.#batch[0] ?? statement });
        }
        await this.#take(statement);
      }
    } catch (error) {
      if (!(error instanceof NotSql || error.syscall === "read")) {
        throw error;
      }
      await this.#flush();
      throw new Stopped(error.message);
    }
    await this.#flush();
  }

  async #take(statement) {
    if (statement.problem !== undefined) {
      await this.#flush();
      this.#report.refused(statement, statement.problem);
      return;
    }
    const { action, name, target } = classify(statement.sql);
    if (action === "pass") {
      await this.#flush();
      this.#report.passedOver(statement, name);
    } else if (action === "insert") {
      await this.#add({ ...statement, target });
    } else {
      await this.#flush();
      await this.#run([statement]);
      this.#missing.clear();
    }
  }

  async #add(statement) {
    const bytes = Buffer.byteLength(statement.sql);
    const full = this.#batch.length === MAX_BATCH_STATEMENTS;
    if (full || this.#batchBytes + bytes > MAX_BATCH_BYTES) {
      await this.#flush();
    }
    this.#batch.push(statement);
    this.#batchBytes += bytes;
  }

  async #flush() {
    const batch = this.#batch;
    this.#batch = [];
    this.#batchBytes = 0;
    await this.#run(batch);
  }

  /** Loads what can be loaded of the statements: halves what is refused until one is at fault. */
  async #run(all) {
    const statements = this.#withoutMissing(all);
    if (statements.length === 0) {
      return;
    }
    const refused = await this.#send(statements);
    if (refused === undefined) {
      return;
    }
    if (statements.length > 1) {
      const half = statements.length >> 1;
      await this.#run(statements.slice(0, half));
      await this.#run(statements.slice(half));
      return;
    }
    const [statement] = statements;
    this.#report.refused(statement, refused.message);
    if (statement.target !== undefined) {
      await this.#lookForTable(statement, refused.message);
    }
  }

  #withoutMissing(statements) {
    return statements.filter((statement) => {
      const message = this.#missing.get(statement.target);
      if (message !== undefined) {
        this.#report.refusedLikeOthers(statement, message);
      }
      return message === undefined;
    });
  }

  /** Sends a request, again while the server is busy. What the server refused, or undefined. */
  async #send(statements) {
    const requests = statements.map(({ sql }) => ({ sql }));
    const body = requests.length === 1 ? requests[0] : { batch: requests };
    try {
      const results = await this.#patiently(() => this.#client.raw(this.#database, body));
      const rows = results.reduce((sum, { meta }) => sum + Number(meta?.changes ?? 0), 0);
      this.#report.loaded(statements, rows);
      return undefined;
    } catch (error) {
      if (error instanceof Refused && concernsStatements(error.status)) {
        return error;
      }
      throw stopped(error, statements);
    }
  }

  /**
   * If reading the table is refused in the same words as the insert was, the table is what is
   * wrong, and there is no point in trying each of what may be millions of rows.
   */
  async #lookForTable(statement, message) {
    const body = { sql: `SELECT 1 FROM ${statement.target} LIMIT 0` };
    try {
      await this.#patiently(() => this.#client.raw(this.#database, body));
    } catch (error) {
      if (!(error instanceof Refused && concernsStatements(error.status))) {
        throw stopped(error, [statement], { certain: true });
      }
      if (error.message === message) {
        this.#missing.set(statement.target, message);
      }
    }
  }

  async #patiently(request) {
    for (let attempt = 1; ; attempt++) {
      if (this.#interruption.aborted) {
        throw new Stopped("interrupted");
      }
      try {
        return await request();
      } catch (error) {
        if (!maySendAgain(error) || attempt === MAX_ATTEMPTS) {
          throw error;
        }
        const millis = waitMillis(error, attempt);
        this.#report.waiting(error.message, millis);
        await this.#sleep(millis);
      }
    }
  }
}

/** True for a refusal of these very statements, of which nothing was applied then. */
function concernsStatements(status) {
  return status >= 400 && status < 500 && ![401, 403, 404, 405, 429].includes(status);
}

/** True if nothing was applied, and it may be different in a moment. */
function maySendAgain(error) {
  if (error instanceof NoAnswer) {
    return !error.sent;
  }
  return error instanceof Refused && (error.status === 429 || error.status === 503);
}

function waitMillis({ retryAfter }, attempt) {
  const seconds = Number(retryAfter ?? NaN);
  const asked = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
  const own = FIRST_WAIT_MILLIS * 2 ** (attempt - 1);
  return Math.min(MAX_WAIT_MILLIS, Math.max(own, asked || 0));
}

function stopped(error, statements, { certain = false } = {}) {
  if (!(error instanceof Stopped || error instanceof NoAnswer || error instanceof Refused)) {
    return error;
  }
  const known = certain || error instanceof Stopped || maySendAgain(error) || error.status < 500;
  const uncertain = known ? [] : statements;
  return new Stopped(explain(error), { next: statements[0], uncertain });
}
