// The Worker's entry. `runtime.mjs` is runtime-wasm.mjs or runtime-js.mjs: the build decides.
import { DurableObject } from "cloudflare:workers";
import { BodyError, errorResponse, readRequest, writeReply } from "./http.mjs";
import { program, recover } from "./runtime.mjs";

const INTERNAL_ERROR = 7500;

export default {
  async fetch(request, env) {
    try {
      return writeReply(await program().fetch(await readRequest(request), env));
    } catch (error) {
      if (error instanceof BodyError) {
        return errorResponse(error.status, error.code, error.message);
      }
      recover(error);
      return errorResponse(500, INTERNAL_ERROR, `internal error: ${error?.message ?? error}`);
    }
  },
};

/** A Durable Object whose Java half is opened by one export of the program. */
class JavaObject extends DurableObject {
  #open;
  #java;

  constructor(ctx, env, open) {
    super(ctx, env);
    this.#open = open;
  }

  #run(work) {
    this.#java ??= program()[this.#open](this.ctx, this.env);
    try {
      return work(this.#java);
    } catch (error) {
      // What the object had in memory may be half changed; what it has stored is not.
      this.#java = undefined;
      recover(error);
      throw error;
    }
  }

  /** One request, text to text, answered before anything else runs in this object. */
  call(request) {
    return this.#run((java) => java.call(request));
  }

  alarm() {
    return this.#run((java) => java.alarm());
  }
}

export class Topology extends JavaObject {
  constructor(ctx, env) {
    super(ctx, env, "openTopology");
  }
}

export class Storage extends JavaObject {
  constructor(ctx, env) {
    super(ctx, env, "openStorage");
  }
}
