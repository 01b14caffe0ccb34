// Requests into plain values, and plain values into responses.

import { recover } from "./runtime.mjs";

const MAX_BODY_BYTES = 16 * 1024 * 1024;

const utf8 = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();

export class BodyError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What Java is given: see workers.WorkerRequest. */
export async function readRequest(request) {
  const { url } = request;
  return {
    method: request.method,
    // Behind the origin; a Worker is given no fragment.
    target: url.slice(url.indexOf("/", url.indexOf("//") + 2)),
    authorization: request.headers.get("Authorization"),
    idempotencyKey: request.headers.get("Idempotency-Key"),
    body: await readBody(request),
  };
}

async function readBody(request) {
  if (request.body === null) {
    return "";
  }
  const length = Number(request.headers.get("Content-Length") ?? NaN);
  const bytes = length <= MAX_BODY_BYTES ? await request.arrayBuffer() : await readChunks(request);
  try {
    return utf8.decode(bytes);
  } catch {
    throw new BodyError(400, 7400, "request body is not UTF-8");
  }
}

/** A body of unknown length, or one that is too long: as much of it as is allowed. */
async function readChunks(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    // The rest is read and dropped: a client that is still sending would not see the answer.
    if (bytes <= MAX_BODY_BYTES) {
      chunks.push(chunk);
    }
  }
  if (bytes > MAX_BODY_BYTES) {
    const message = `request body too large: the limit is ${MAX_BODY_BYTES} bytes`;
    throw new BodyError(413, 7413, message);
  }
  return new Blob(chunks).arrayBuffer();
}

/**
 * The response for what Java answered: see workers.WorkerReply.
 *
 * @param turns a Turns, in which its rest is made
 * @param ctx the platform's context of the request
 */
export function writeReply({ status, headers, parts, rest }, request, turns, ctx) {
  const all = new Headers([["Content-Type", "application/json"]]);
  for (let i = 0; i < headers.length; i += 2) {
    all.set(headers[i], headers[i + 1]);
  }
  const begin = parts.length === 1 ? parts[0] : parts.join("");
  const body = rest === null ? begin : stream(begin, rest, request.signal, turns, ctx);
  return new Response(body, { status, headers: all });
}

/** A body whose rest is made as the client takes it. */
function stream(begin, rest, signal, turns, ctx) {
  // Without something to wait for, a request is over when its client goes away, and nobody is told.
  let over;
  ctx.waitUntil(new Promise((resolve) => (over = resolve)));
  // A failure here is a trap: the body ends without its end, which tells the client.
  const next = (wanted) =>
    turns.run(() => rest(wanted)).catch((error) => {
      over();
      recover(error);
      throw error;
    });
  let cancelled = false;
  const cancel = () => {
    if (!cancelled) {
      cancelled = true;
      ctx.waitUntil(next(false).finally(over));
    }
  };
  // The platform cancels a body that is being made, and for one that nobody takes gives the signal.
  signal.addEventListener("abort", cancel);
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(begin));
    },
    async pull(controller) {
      const more = await next(true);
      if (more.length === 0) {
        controller.close();
        over();
      } else {
        controller.enqueue(encoder.encode(more.join("")));
      }
    },
    cancel,
  });
}

export function errorResponse(status, code, message) {
  const errors = [{ code, message }];
  return Response.json({ success: false, errors, messages: [], result: [] }, { status });
}
