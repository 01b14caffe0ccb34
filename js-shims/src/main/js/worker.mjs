// The Worker's entry. `runtime.mjs` is runtime-wasm.mjs or runtime-js.mjs: the build decides.
import { DurableObject } from "cloudflare:workers";
import { alarm } from "./alarm.mjs";
import { calls, Turns } from "./calls.mjs";
import { BodyError, errorResponse, readRequest, writeReply } from "./http.mjs";
import { memory } from "./memory.mjs";
import { platform } from "./platform.mjs";
import { program, recover } from "./runtime.mjs";
import { Sqlite } from "./sqlite.mjs";
import { Waiting } from "./waiting.mjs";

// conductor.api.ErrorCode.INTERNAL
const INTERNAL_ERROR = 7599;

export default {
  async fetch(request, env, ctx) {
    try {
      const read = await readRequest(request);
      const turns = new Turns();
      const bindings = platform(env, turns.fail);
      const reply = await turns.run(() => program().fetch(read, bindings));
      return writeReply(reply, request, turns, ctx);
    } catch (error) {
      if (error instanceof BodyError) {
        return errorResponse(error.status, error.code, error.message);
      }
      recover(error);
      return errorResponse(500, INTERNAL_ERROR, `internal error: ${error?.message ?? error}`);
    }
  },
};

/** A node of a database. */
export class Storage extends DurableObject {
  #sqlite;
  #alarm;
  #waiting = new Waiting();
  #java;

  constructor(ctx, env) {
    super(ctx, env);
    this.#sqlite = new Sqlite(ctx.storage);
    this.#alarm = alarm(ctx);
  }

  /** One call: once the object is free for it, answered before anything else runs here. */
  call(text) {
    return this.#waiting.isFor(text)
      ? this.#waiting.whenFree(() => this.#answer(text))
      : this.#answer(text);
  }

  #answer(text) {
    try {
      this.#java ??= program().openStorage(this.#sqlite, this.#alarm);
      const reply = this.#java(text);
      this.#waiting.note(text, reply[0]);
      return reply;
    } catch (error) {
      // What the object had in memory may be half changed; what it has stored is not.
      this.#java = undefined;
      this.#sqlite.endCursors();
      recover(error);
      throw error;
    }
  }

  /** Runs the errands that the node has; those that fail come again with the next alarm. */
  async alarm() {
    const [, errands] = JSON.parse(this.#answer('["alarm"]')[0]);
    const { callNode } = calls(this.env);
    const run = async ([node, errand]) => {
      const [reply] = await callNode(node, errand);
      this.#answer(JSON.stringify(["heard", node, reply]));
    };
    await Promise.allSettled(errands.map(run));
  }
}

/** The Topology of a database, or the registry of all names. */
export class Topology extends DurableObject {
  #java;

  async call(text) {
    try {
      const fail = (error) => this.#end(error);
      this.#java ??= program().openTopology(memory(this.ctx), calls(this.env, fail));
      return await this.#java(text);
    } catch (error) {
      // Java says in words what failed; an error is a mistake of ours.
      if (typeof error === "string") {
        throw new Error(error);
      }
      this.#end(error);
      throw error;
    }
  }

  alarm() {
    return this.call('["alarm"]');
  }

  /** Restarts the object: its operations under way, which must not meet new ones, end with it. */
  #end(error) {
    recover(error);
    this.ctx.abort(`internal error: ${error?.message ?? error}`);
  }
}
