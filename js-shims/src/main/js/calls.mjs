// Calls to our Durable Objects: see workers.ObjectCalls.

/** The calls that the bindings allow; `fail` is told when going on after one of them fails. */
export function calls({ STORAGE, TOPOLOGY }, fail) {
  return {
    newNodeId: () => STORAGE.newUniqueId().toString(),
    callNode: (id, call) => STORAGE.get(STORAGE.idFromString(id)).call(call),
    callTopology: (name, call) => TOPOLOGY.getByName(name).call(call),
    follow(promise, done, failed) {
      promise.then(done, (error) => failed(String(error?.message ?? error))).catch(fail);
    },
  };
}

/** Runs `work` with a `fail` that ends it: the first that happens, an answer or a failure. */
export function orFail(work) {
  return new Promise((resolve, reject) => {
    Promise.resolve(work(reject)).then(resolve, reject);
  });
}
