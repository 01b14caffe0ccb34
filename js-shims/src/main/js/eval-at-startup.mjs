// TeaVM's runtime for WebAssembly makes functions from text. Workers allow that while the module is
// loaded and never again, so every function made then is kept by its text: a program started later,
// in place of one that trapped, makes the same functions and finds them here.

const made = new Map();

globalThis.Function = new Proxy(Function, {
  construct(target, text) {
    const key = JSON.stringify(text);
    let result = made.get(key);
    if (result === undefined) {
      result = Reflect.construct(target, text);
      made.set(key, result);
    }
    return result;
  },
});
