// How far an import is: a bar that stays in its line on a terminal, else a line now and then.
import { grouped } from "./report.mjs";

const BAR_COLUMNS = 20;
const TERMINAL_INTERVAL_MILLIS = 100;
const LOG_INTERVAL_MILLIS = 10_000;
const CLEAR_LINE = "\r\x1b[K";

export class Progress {
  #stream;
  #totalBytes;
  #firstByte = undefined;
  #now;
  #started;
  #shown;

  /** `totalBytes` is undefined for what is no regular file. */
  constructor({ stream, totalBytes, now = Date.now }) {
    this.#stream = stream;
    this.#totalBytes = totalBytes;
    this.#now = now;
    this.#started = now();
    this.#shown = this.#started;
  }

  show(state) {
    const now = this.#now();
    // What --from-line passes over costs no time to speak of, and must not count as speed.
    this.#firstByte ??= state.bytes;
    const interval = this.#stream.isTTY ? TERMINAL_INTERVAL_MILLIS : LOG_INTERVAL_MILLIS;
    if (now - this.#shown < interval) {
      return;
    }
    this.#shown = now;
    const line = this.#line(state, (now - this.#started) / 1000);
    if (!this.#stream.isTTY) {
      this.#stream.write(`${line}\n`);
      return;
    }
    const columns = (this.#stream.columns || 80) - 1;
    this.#stream.write(CLEAR_LINE + line.slice(0, columns));
  }

  /** A line that stays. */
  note(text) {
    this.clear();
    this.#stream.write(`${text}\n`);
  }

  /** Takes the bar away. */
  clear() {
    if (this.#stream.isTTY) {
      this.#stream.write(CLEAR_LINE);
    }
  }

  /** A narrow terminal shows the beginning of it. */
  #line({ bytes, statements, rows }, seconds) {
    const rate = `${grouped(Math.round(rows / seconds))} rows/s`;
    const counts = `${grouped(rows)} rows, ${rate}, ${grouped(statements)} statements`;
    if (this.#totalBytes === undefined) {
      return `${(bytes / 1e6).toFixed(1)} MB, ${counts}`;
    }
    const share = this.#totalBytes === 0 ? 1 : bytes / this.#totalBytes;
    const speed = (bytes - this.#firstByte) / seconds;
    const left = speed > 0 ? duration((this.#totalBytes - bytes) / speed) : "?";
    const percent = `${(100 * share).toFixed(1)} %`.padStart(7);
    return `${this.#bar(share)}${percent}, ${left} left, ${counts}`;
  }

  #bar(share) {
    if (!this.#stream.isTTY) {
      return "";
    }
    const full = Math.round(BAR_COLUMNS * share);
    return `[${"#".repeat(full)}${"-".repeat(BAR_COLUMNS - full)}] `;
  }
}

function duration(seconds) {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const pair = (number) => String(number).padStart(2, "0");
  const short = `${minutes % 60}:${pair(whole % 60)}`;
  return minutes < 60 ? short : `${Math.floor(minutes / 60)}:${short.padStart(5, "0")}`;
}
