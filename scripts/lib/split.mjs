// Bytes of SQL into pieces, one for each statement, as SQLite's shell finds their ends: see
// https://sqlite.org/c3ref/complete.html. Bytes, not text: everything that matters is ASCII, and
// a statement that is not UTF-8 is then one bad statement, not a bad file.

/** Longer than any request the server takes; keeps a quote that nobody closes out of memory. */
export const MAX_STATEMENT_BYTES = 16 * 1024 * 1024;

/** The file is no text that could be split: `line` says where. */
export class NotSql extends Error {
  constructor(line, message) {
    super(`line ${line}: ${message}`);
    this.line = line;
  }
}

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const FORM_FEED = 0x0c;
const SPACE = 0x20;
const STAR = 0x2a;
const DASH = 0x2d;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;

/** What closes what opens. */
const CLOSING = new Uint8Array(256);
for (const [open, close] of ["''", '""', "``", "[]"]) {
  CLOSING[open.charCodeAt(0)] = close.charCodeAt(0);
}

const IS_WORD = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  IS_WORD[byte] = Number(byte >= 0x80 || /[\w$]/.test(String.fromCharCode(byte)));
}

// The bytes that mean something within a quote, by what closes it, and in a statement whose kind
// is known. The rest, nearly everything in a dump, is passed over in a loop of its own.
const QUOTED_STOPS = new Map();
const PLAIN_STOPS = new Uint8Array(256);
for (const byte of [0, NEWLINE, SEMICOLON, DASH, SLASH]) {
  PLAIN_STOPS[byte] = 1;
}
CLOSING.forEach((close, open) => {
  if (close !== 0) {
    PLAIN_STOPS[open] = 1;
    const stops = new Uint8Array(256);
    stops[0] = stops[NEWLINE] = stops[close] = 1;
    QUOTED_STOPS.set(close, stops);
  }
});

// Where the reading is among the bytes.
const BETWEEN = 0;
const WORD = 1;
const QUOTED = 2;
const AFTER_DASH = 3;
const AFTER_SLASH = 4;
const LINE_COMMENT = 5;
const BLOCK_COMMENT = 6;
const BLOCK_COMMENT_STAR = 7;

// What a token is for the end of a statement.
const KEYWORDS = new Map(
  ["create", "explain", "temp", "temporary", "trigger", "end"].map((word) => [word, word]),
);
const LONGEST_KEYWORD = 9;

/**
 * Where the reading is among the tokens; `other` is every token that is not named. A statement
 * ends at a semicolon that leads to "start"; within a trigger only at the one after `; END`.
 */
const NEXT = {
  start: { ";": "start", explain: "explain", create: "create", other: "plain" },
  plain: { ";": "start", other: "plain" },
  explain: { ";": "start", create: "create", other: "explain" },
  create: { ";": "start", temp: "create", temporary: "create", trigger: "trigger", other: "plain" },
  trigger: { ";": "semicolon", other: "trigger" },
  semicolon: { ";": "semicolon", end: "end", other: "trigger" },
  end: { ";": "start", other: "trigger" },
};

/**
 * A piece is `{bytes, sqlStart, line, length}`: its bytes up to and with the semicolon, where in
 * them the statement begins after white space and comments (-1 if there is none), the line of that,
 * and how long the piece is. `bytes` is only its beginning if `length` exceeds `maxBytes`. The
 * pieces together are the input.
 */
export class Splitter {
  #maxBytes;
  #kept = [];
  #keptBytes = 0;
  #length = 0;
  #sqlStart = -1;
  #sqlLine = 0;
  #line = 1;
  #mode = BETWEEN;
  #closing = 0;
  #word = "";
  #state = "start";

  constructor(maxBytes = MAX_STATEMENT_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /** The pieces that end in the chunk, which must not change afterwards. */
  *push(chunk) {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      i = this.#passOver(chunk, i);
      if (i === chunk.length) {
        break;
      }
      const ends = this.#step(chunk[i]);
      this.#length++;
      if (ends) {
        yield this.#cut(chunk.subarray(from, i + 1));
        from = i + 1;
      }
    }
    this.#keep(chunk.subarray(from));
  }

  /** The piece after the last semicolon, if there is one. */
  *end() {
    if (this.#mode === AFTER_DASH || this.#mode === AFTER_SLASH) {
      this.#begin(1);
    }
    if (this.#length > 0) {
      yield this.#cut(Buffer.alloc(0));
    }
  }

  #cut(rest) {
    this.#keep(rest);
    const piece = {
      bytes: Buffer.concat(this.#kept),
      sqlStart: this.#sqlStart,
      line: this.#sqlStart < 0 ? this.#line : this.#sqlLine,
      length: this.#length,
    };
    this.#kept = [];
    this.#keptBytes = 0;
    this.#length = 0;
    this.#sqlStart = -1;
    return piece;
  }

  #keep(bytes) {
    const kept = bytes.subarray(0, Math.max(0, this.#maxBytes - this.#keptBytes));
    if (kept.length > 0) {
      this.#kept.push(kept);
      this.#keptBytes += kept.length;
    }
  }

  /** The place of the next byte that means something. */
  #passOver(chunk, from) {
    let stops;
    if (this.#mode === QUOTED) {
      stops = QUOTED_STOPS.get(this.#closing);
    } else if (this.#mode === BETWEEN && this.#state === "plain") {
      stops = PLAIN_STOPS;
    } else {
      return from;
    }
    let i = from;
    while (i < chunk.length && stops[chunk[i]] === 0) {
      i++;
    }
    this.#length += i - from;
    return i;
  }

  /** Takes one byte; true if a piece ends with it. */
  #step(byte) {
    if (byte === NEWLINE) {
      this.#line++;
    }
    switch (this.#mode) {
      case QUOTED:
        if (byte === this.#closing) {
          this.#mode = BETWEEN;
        }
        return this.#rejectNul(byte);
      case LINE_COMMENT:
        if (byte === NEWLINE) {
          this.#mode = BETWEEN;
        }
        return this.#rejectNul(byte);
      case BLOCK_COMMENT:
      case BLOCK_COMMENT_STAR:
        this.#mode = this.#withinBlockComment(byte);
        return this.#rejectNul(byte);
      case WORD:
        if (IS_WORD[byte] === 1) {
          this.#lengthenWord(byte);
          return false;
        }
        this.#mode = BETWEEN;
        this.#take(KEYWORDS.get(this.#word) ?? "other");
        return this.#between(byte);
      case AFTER_DASH:
        if (byte === DASH) {
          this.#mode = LINE_COMMENT;
          return false;
        }
        return this.#afterSign(byte);
      case AFTER_SLASH:
        if (byte === STAR) {
          this.#mode = BLOCK_COMMENT;
          return false;
        }
        return this.#afterSign(byte);
      default:
        return this.#between(byte);
    }
  }

  #between(byte) {
    if (IS_WORD[byte] === 1) {
      this.#begin(0);
      this.#mode = WORD;
      this.#word = "";
      this.#lengthenWord(byte);
      return false;
    }
    switch (byte) {
      case SPACE:
      case NEWLINE:
      case RETURN:
      case TAB:
      case FORM_FEED:
        return false;
      case SEMICOLON:
        this.#take(";");
        return this.#state === "start";
      case DASH:
        this.#mode = AFTER_DASH;
        return false;
      case SLASH:
        this.#mode = AFTER_SLASH;
        return false;
      default:
        this.#rejectNul(byte);
        this.#begin(0);
        this.#take("other");
        if (CLOSING[byte] !== 0) {
          this.#mode = QUOTED;
          this.#closing = CLOSING[byte];
        }
        return false;
    }
  }

  /** A dash or slash that began no comment is a token, and the byte after it is another. */
  #afterSign(byte) {
    this.#mode = BETWEEN;
    this.#begin(1);
    this.#take("other");
    return this.#between(byte);
  }

  #withinBlockComment(byte) {
    if (this.#mode === BLOCK_COMMENT_STAR && byte === SLASH) {
      return BETWEEN;
    }
    return byte === STAR ? BLOCK_COMMENT_STAR : BLOCK_COMMENT;
  }

  #lengthenWord(byte) {
    if (this.#word.length <= LONGEST_KEYWORD) {
      this.#word += String.fromCharCode(byte).toLowerCase();
    }
  }

  #take(token) {
    const next = NEXT[this.#state];
    this.#state = next[token] ?? next.other;
  }

  /** Notes that the statement begins, `bytesAgo` before the byte that is being taken. */
  #begin(bytesAgo) {
    if (this.#sqlStart < 0) {
      this.#sqlStart = this.#length - bytesAgo;
      this.#sqlLine = this.#line;
    }
  }

  #rejectNul(byte) {
    if (byte === 0) {
      throw new NotSql(this.#line, "a NUL byte: this is no text in UTF-8");
    }
    return false;
  }
}
