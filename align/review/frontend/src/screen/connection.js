// @ts-check
// Whether the kernel answers, what the reviewer is told where it does not, and what was not saved.

/** @import { Screen } from "./screen.js" */
/** @import { Host, HostState } from "../types/host.js" */
import { unsavedWords } from "../model/unsaved-words.js";
import { Messenger } from "./messenger.js";
import { forgetPending } from "./pending.js";

/** Decisions that are named one by one. */
const MOST_NAMED = 8;

/** Milliseconds after which a kernel that has nothing to do and did not answer is looked at again. */
const LOOK_TWICE = 3000;

const AGAIN = "To go on, run this cell again (menu Run → Run Selected Cell); it needs no other cell.";

export class Connection {
  /**
   * @param {Screen} screen
   * @param {Host} host
   */
  constructor(screen, host) {
    this.screen = screen;
    this.messenger = new Messenger(host, () => this.check());
    host.stateChanged = () => this.check();
    /** Whether the review has lost its kernel: nothing can be decided here any more. */
    this.lost = false;
    /** What stands above the rows; empty: all is well. */
    this.warning = "";
    /** Runs out where the kernel has nothing to do and answers nothing all the same. @type {number | undefined} */
    this.doubtTimer = undefined;
  }

  /** Looks at the kernel: it changed its state, or a message was not answered in time. */
  check() {
    const state = this.messenger.host.state?.() ?? "idle";
    const late = this.messenger.isLate;
    if (state === "stopped") this.#lose("The kernel was stopped or started again.");
    else if (late && state === "idle") this.#loseSoon();
    else this.#show(late ? this.#lateWords(state) : "");
  }

  /** Between two tasks a kernel has nothing to do for a moment: it is looked at twice. */
  #loseSoon() {
    this.doubtTimer ??= setTimeout(() => {
      this.doubtTimer = undefined;
      if (this.messenger.isLate && this.messenger.host.state?.() === "idle")
        this.#lose("The kernel does not answer.");
    }, LOOK_TWICE);
  }

  /**
   * An answer came.
   * @param {number | undefined} n the number of its message
   */
  answered(n) {
    this.messenger.answered(n);
    this.#stopDoubting();
    if (this.lost || this.warning) {
      this.lost = false;
      this.check();
    }
  }

  /** @param {string} why */
  #lose(why) {
    this.lost = true;
    forgetPending(this.screen);
    this.#show(this.#lostWords(why));
  }

  /** Stops all timers. */
  close() {
    this.messenger.stop();
    this.#stopDoubting();
  }

  #stopDoubting() {
    clearTimeout(this.doubtTimer);
    this.doubtTimer = undefined;
  }

  /** @param {string} warning */
  #show(warning) {
    this.screen.root.classList.toggle("al-lost", this.lost);
    if (this.warning === warning) return;
    this.warning = warning;
    this.screen.showWarnings();
  }

  /** @param {string} why */
  #lostWords(why) {
    const { trouble } = this.screen.status;
    const waiting = this.#waiting();
    const before = waiting ? "Everything before is saved." : "Everything you decided is saved.";
    const unsaved = waiting ? `Not saved: ${waiting}.` : "";
    return [why, unsaved, trouble || before, AGAIN].filter(Boolean).join(" ");
  }

  /** @param {HostState} state */
  #lateWords(state) {
    const waiting = this.#waiting();
    const why = {
      offline: "The connection to Jupyter is interrupted; it comes back by itself.",
      busy: "The kernel is busy with other work.",
    }[/** @type {"offline" | "busy"} */ (state)];
    const then = waiting
      ? `Not saved yet: ${waiting}. Leave this page open until it is.`
      : "Your decisions are saved.";
    return [why ?? "The kernel has not answered yet.", then].join(" ");
  }

  /** The decisions without an answer, in words; empty: none. */
  #waiting() {
    const rows = this.screen.grid.data;
    const words = [...this.messenger.unanswered.values()]
      .map(({ message }) => unsavedWords(message, rows))
      .filter((one) => one !== null);
    const more = words.length > MOST_NAMED ? [`and ${words.length - MOST_NAMED} more`] : [];
    return [...words.slice(0, MOST_NAMED), ...more].join("; ");
  }
}
