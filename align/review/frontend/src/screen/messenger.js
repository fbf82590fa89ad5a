// @ts-check
// Sends messages to the host, counts them, and keeps those that were not answered yet.

/** @import { Host } from "../types/host.js" */
/** @import { Outgoing } from "../types/messages.js" */

/** Milliseconds without an answer to a message after which the reviewer is told. */
const PATIENCE = 15000;

export class Messenger {
  /**
   * @param {Host} host
   * @param {() => void} onLate called where a message was not answered in time, and again while it is not
   */
  constructor(host, onLate) {
    this.host = host;
    this.onLate = onLate;
    /** The number of the last message. */
    this.number = 0;
    /** Messages without an answer, by number, the oldest first. @type {Map<number, { message: Outgoing, since: number }>} */
    this.unanswered = new Map();
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  /** @param {Outgoing} message */
  send(message) {
    this.number += 1;
    if (this.host.state) this.unanswered.set(this.number, { message, since: performance.now() });
    this.host.send({ ...message, n: this.number });
    this.#watch();
  }

  /**
   * An answer came.
   * @param {number | undefined} n the number of its message
   */
  answered(n) {
    if (n !== undefined) this.unanswered.delete(n);
    this.#watch();
  }

  /** Whether a message waits longer than it should. */
  get isLate() {
    const [oldest] = this.unanswered.values();
    return oldest !== undefined && performance.now() - oldest.since >= PATIENCE;
  }

  /** Sets the one timer to the time at which the oldest message is late. */
  #watch() {
    clearTimeout(this.timer);
    const [oldest] = this.unanswered.values();
    if (!oldest) return;
    const left = oldest.since + PATIENCE - performance.now();
    this.timer = setTimeout(
      () => {
        this.onLate();
        this.#watch();
      },
      left > 0 ? left : PATIENCE,
    );
  }

  stop() {
    clearTimeout(this.timer);
  }
}
