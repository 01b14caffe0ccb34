// Calls to our Durable Objects: see workers.ObjectCalls.

const MAX_IDS = 10_000;
const ids = new Map();

/** The id of that text; reading one costs as much as a call. */
function nodeId(storage, text) {
  let id = ids.get(text);
  if (id === undefined) {
    if (ids.size >= MAX_IDS) {
      ids.clear();
    }
    id = storage.idFromString(text);
    ids.set(text, id);
  }
  return id;
}

/** The calls that the bindings allow; `fail` is told when going on after one of them fails. */
export function calls({ STORAGE, TOPOLOGY }, fail) {
  return {
    newNodeId: () => STORAGE.newUniqueId().toString(),
    callNode: (id, call) => STORAGE.get(nodeId(STORAGE, id)).call(call),
    callTopology: (name, call) => TOPOLOGY.getByName(name).call(call),
    follow(promise, done, failed) {
      promise.then(done, (error) => failed(String(error?.message ?? error))).catch(fail);
    },
  };
}

/** Pieces of work one after the other, of which `fail` ends the one that is under way. */
export class Turns {
  #reject;

  fail = (error) => this.#reject(error);

  /** Runs `work`: the first that happens counts, an answer or a failure. */
  run(work) {
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      Promise.resolve(work()).then(resolve, reject);
    });
  }
}
