// @ts-check
// Sends messages to the host, counts them, and tells when no answer comes.

/** @import { Host, Outgoing } from "../types/messages.js" */

/** Milliseconds without an answer after which the host is taken to be gone. */
const PATIENCE = 15000;

export const NO_ANSWER =
  "No answer from the kernel. What was decided is in the journal: run the cell again to go on.";

export class Messenger {
  /**
   * @param {Host} host
   * @param {() => void} onSilence called where no answer comes
   */
  constructor(host, onSilence) {
    this.host = host;
    this.onSilence = onSilence;
    /** The number of the last message. */
    this.number = 0;
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  /** @param {Outgoing} message */
  send(message) {
    this.number += 1;
    if (message.do !== "hello") this.timer ??= setTimeout(this.onSilence, PATIENCE);
    this.host.send({ ...message, n: this.number });
  }

  /** An answer came: the host is there. */
  stopWaiting() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
