// Calls that wait at their object until it is free of the transaction that holds it, in the order in
// which they came. It is a guess: the node itself says whether it is held.

const WAIT_MILLIS = 500;

// The calls of storage.wire.CallJson that may wait, that hold, and that may free.
const WAIT = ['["run",', '["await",'];
const HOLD = ['["hold",', '["await",'];
const FREE = ['["decide",', '["settle",', '["ask",', '["heard",', '["alarm"', '["delete"'];

// The reply of storage.wire.ReplyJson to a call that holds.
const HELD = '["seen",';

const isOne = (text, beginnings) => beginnings.some((beginning) => text.startsWith(beginning));

export class Waiting {
  #held = false;
  #waiting = [];

  /** Whether a call should wait. */
  isFor(text) {
    return this.#held && isOne(text, WAIT);
  }

  /** What `answer` gives once the object is free, or has been held for too long. */
  async whenFree(answer) {
    const end = Date.now() + WAIT_MILLIS;
    for (let left = WAIT_MILLIS; this.#held && left > 0; left = end - Date.now()) {
      await this.#change(left);
    }
    return answer();
  }

  /** Takes note of a call and the head of its reply. */
  note(text, head) {
    if (isOne(text, HOLD)) {
      this.#held ||= head.startsWith(HELD);
    } else if (this.#held && isOne(text, FREE)) {
      this.#held = false;
      const woken = this.#waiting;
      this.#waiting = [];
      woken.forEach((wake) => wake());
    }
  }

  #change(millis) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
