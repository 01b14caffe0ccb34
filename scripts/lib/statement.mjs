// What an import does with a statement, told from its first words.

/** They mean something to one SQLite session alone. */
const SESSION = new Set(
  "pragma begin commit end rollback savepoint release analyze vacuum".split(" "),
);
/** Kept by SQLite itself: ids given by AUTOINCREMENT, and what ANALYZE measured. */
const KEPT_BY_SQLITE = /^sqlite_(sequence|stat[134])$/;

const TOKEN = new RegExp(
  [
    String.raw`(?<blank>[\s\ufeff]+|--[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/)?)`,
    String.raw`(?<quoted>"(?:[^"]|"")*"|'(?:[^']|'')*'|\x60(?:[^\x60]|\x60\x60)*\x60|\[[^\]]*\])`,
    String.raw`(?<word>[\w$\x80-\u{10ffff}]+)`,
    String.raw`(?<sign>.)`,
  ].join("|"),
  "suy",
);

/**
 * `{action: "pass", name}` with the name that counts it, `{action: "insert", target}` with the
 * table as it is written there, or `{action: "send"}`.
 */
export function classify(sql) {
  const tokens = tokensOf(sql);
  const verb = tokens.next().value?.name ?? "";
  if (SESSION.has(verb)) {
    return { action: "pass", name: verb.toUpperCase() };
  }
  if (!["insert", "replace", "delete", "update"].includes(verb)) {
    return { action: "send" };
  }
  const target = targetOf(verb, tokens);
  if (target !== undefined && KEPT_BY_SQLITE.test(target.name)) {
    return { action: "pass", name: `${verb.toUpperCase()} of ${target.name}` };
  }
  const inserts = verb === "insert" || verb === "replace";
  return inserts && target !== undefined
    ? { action: "insert", target: target.text }
    : { action: "send" };
}

/** The table that is written: `[OR word] INTO|FROM schema.table`; UPDATE has no such word. */
function targetOf(verb, tokens) {
  const intro = { insert: ["into"], replace: ["into"], delete: ["from"], update: [] }[verb];
  let token = tokens.next().value;
  if (token?.name === "or") {
    tokens.next();
    token = tokens.next().value;
  }
  if (intro.length > 0) {
    if (!intro.includes(token?.name)) {
      return undefined;
    }
    token = tokens.next().value;
  }
  if (token === undefined) {
    return undefined;
  }
  if (tokens.next().value?.text !== ".") {
    return token;
  }
  const table = tokens.next().value;
  return table && { text: `${token.text}.${table.text}`, name: table.name };
}

/** Each token as it is written, and its name in lower case without its quotes. */
function* tokensOf(sql) {
  const pattern = new RegExp(TOKEN);
  for (let match = pattern.exec(sql); match !== null; match = pattern.exec(sql)) {
    const { blank, quoted } = match.groups;
    if (blank === undefined) {
      const text = match[0];
      yield { text, name: (quoted === undefined ? text : unquoted(text)).toLowerCase() };
    }
  }
}

function unquoted(text) {
  const close = text.at(-1);
  return text.slice(1, -1).replaceAll(close + close, close);
}
