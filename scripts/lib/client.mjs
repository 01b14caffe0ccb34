// The HTTP contract from a client's side: one connection for each request, since one that is kept
// may be closed by the server while a request is under way, and then nobody knows its outcome.
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { parseExact } from "./exact.mjs";

/** No answer came. `sent` is false if the request cannot have reached the server. */
export class NoAnswer extends Error {
  constructor(url, cause, sent) {
    const what = sent ? "broke the connection off" : "cannot be reached";
    super(`${url} ${what} (${cause.code ?? cause.message})`);
    this.sent = sent;
  }
}

/** An answer that is not a success: its status, and the error it told. */
export class Refused extends Error {
  constructor(status, error, retryAfter) {
    super(error.message);
    this.status = status;
    this.position = error.position;
    this.retryAfter = retryAfter;
  }
}

export class Client {
  constructor({ url, token }) {
    this.url = url;
    this.token = token;
  }

  /** Runs `{"sql"}` or `{"batch"}`; the results, one for each statement, numbers as literals. */
  async raw(database, body) {
    const answer = await this.#call("POST", `/databases/${database}/raw`, body);
    if (!Array.isArray(answer.result)) {
      throw new Refused(502, { message: "the answer has no result" });
    }
    return answer.result;
  }

  /** Creates the database, or finds that it is there. */
  async create(database, options) {
    await this.#call("PUT", `/databases/${database}`, options);
  }

  async #call(method, path, body) {
    const { status, headers, text } = await this.#exchange(method, path, JSON.stringify(body));
    const answer = parsed(text);
    const success = status >= 200 && status < 300;
    if (success && answer !== undefined && answer.success !== false) {
      return answer;
    }
    const error = errorOf(status, answer, text);
    throw new Refused(success ? 502 : status, error, headers["retry-after"]);
  }

  #exchange(method, path, body) {
    const url = new URL(this.url + path);
    const secure = url.protocol === "https:";
    const headers = {
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(body),
    };
    if (this.token !== "") {
      headers.Authorization = `Bearer ${this.token}`;
    }
    return new Promise((resolve, reject) => {
      let connected = false;
      const fail = (cause) => reject(new NoAnswer(this.url, cause, connected));
      const start = secure ? httpsRequest : httpRequest;
      const request = start(url, { method, headers, agent: false }, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("error", fail);
        response.on("end", () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      });
      request.on("socket", (socket) =>
        socket.once(secure ? "secureConnect" : "connect", () => {
          connected = true;
        }),
      );
      request.on("error", fail);
      request.end(body);
    });
  }
}

function parsed(text) {
  try {
    const value = parseExact(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function errorOf(status, answer, text) {
  const error = answer?.errors?.[0];
  if (typeof error?.message === "string") {
    return error;
  }
  const start = text.trim().split("\n")[0].slice(0, 200);
  const what = start === "" ? "nothing" : `what is not Ensemble's JSON: ${start}`;
  return { message: `the server answered ${status} and ${what}` };
}
