// The command lines of the client commands.
import { parseArgs } from "node:util";

const DATABASE_NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

export class UsageError extends Error {}

const CONNECTION = {
  url: { type: "string", default: "http://127.0.0.1:8787" },
  db: { type: "string", default: "main" },
  token: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
};

export const CONNECTION_HELP = `  --url URL      the server (http://127.0.0.1:8787)
  --db DB        the database (main)
  --token TOKEN  the token; without it that of the environment's ENSEMBLE_TOKEN`;

/**
 * The options, checked, and the one operand; `more` are options besides those of the connection.
 * With --help nothing else is looked at, and `operand` is undefined.
 */
export function parseArguments(args, operandName, more = {}) {
  const { values, positionals } = parse(args, { ...CONNECTION, ...more });
  if (values.help) {
    return { help: true };
  }
  for (const [name, value] of Object.entries(values)) {
    if (value === "") {
      throw new UsageError(`--${name} needs a value`);
    }
  }
  if (!DATABASE_NAME.test(values.db)) {
    const rule = "1 to 64 of a-z 0-9 - _, beginning with a letter or digit";
    throw new UsageError(`--db must be ${rule}, not ${values.db}`);
  }
  if (positionals.length !== 1) {
    const given = positionals.length === 0 ? "none" : `${positionals.length}`;
    throw new UsageError(`one ${operandName} is needed, ${given} given`);
  }
  return {
    ...values,
    url: checkedUrl(values.url),
    token: values.token ?? process.env.ENSEMBLE_TOKEN ?? "",
    operand: positionals[0],
  };
}

/** The value of an option that must be a whole number of at least 1, or undefined. */
export function wholeNumber(name, text) {
  if (text === undefined) {
    return undefined;
  }
  if (!/^[1-9][0-9]{0,14}$/.test(text)) {
    throw new UsageError(`--${name} must be a whole number of at least 1, not ${text}`);
  }
  return Number(text);
}

function parse(args, options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
      const unknown = /'([^']*)'/.exec(error.message)?.[1] ?? "";
      const known = Object.keys(options).map((name) => `--${name}`);
      throw new UsageError(`unknown argument: ${unknown} (there are ${known.join(", ")})`);
    }
    if (error.code?.startsWith("ERR_PARSE_ARGS_")) {
      throw new UsageError(error.message);
    }
    throw error;
  }
}

function checkedUrl(text) {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`--url must be like http://127.0.0.1:8787, not ${text}`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
