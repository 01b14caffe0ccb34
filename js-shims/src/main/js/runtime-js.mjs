// The program compiled to JavaScript.
import * as java from "./ensemble.js";

/** The running program's exports. */
export function program() {
  return java;
}

/** A module cannot be loaded twice; errors here are thrown and run Java's `finally` blocks. */
export function recover() {}
