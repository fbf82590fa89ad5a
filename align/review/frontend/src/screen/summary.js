// @ts-check
// The lines above the rows: title, progress, counts, warnings, the word that nothing is left.

/** @import { Status } from "../types/messages.js" */
/** @import { Row } from "../types/rows.js" */
import { counts } from "../model/rows.js";
import { el } from "./dom.js";

/** @typedef {ReturnType<typeof counts>} Counts */

export class Summary {
  /** @param {boolean} local whether this is the one-file desk, a page of its own */
  constructor(local) {
    this.local = local;
    this.title = el(local ? "h1" : "h2", "al-title");
    this.progress = el("progress", "al-progress", {
      max: 1,
      value: 0,
      "aria-label": "rows that need no review",
    });
    this.tally = el("div", "al-tally");
    this.warnings = el("div", "al-note", { role: "alert" });
    this.done = el("div", "al-done", { role: "status" });
    this.head = el("div", "al-head", {}, this.title, el("div", "al-state", {}, this.progress, this.tally));
  }

  /**
   * Shows the state of the review.
   * @param {Row[]} rows
   * @param {Status} status
   * @param {string[]} notes what the reviewer has to know of the journal
   * @returns {Counts}
   */
  show(rows, status, notes) {
    const found = counts(rows);
    this.progress.max = Math.max(found.rows, 1);
    this.progress.value = found.rows - found.needs;
    this.tally.replaceChildren(
      el("strong", "", {}, leftToReview(found)),
      ...countsInWords(found).map((text) => el("span", "al-count", {}, text)),
      el("span", "al-saved", {}, this.#saved(status)),
    );
    const warnings = [status.trouble, ...notes].filter(Boolean);
    this.warnings.replaceChildren(...warnings.map((text) => el("p", "", {}, `▲ ${text}`)));
    this.done.textContent = found.rows > 0 && found.needs === 0 ? this.#nothingLeft() : "";
    return found;
  }

  /** @param {Status} status */
  #saved({ saved }) {
    return saved && !this.local ? `saved ${saved}` : saved;
  }

  #nothingLeft() {
    const next = this.local ? " Download your decisions (Ctrl+S) and hand them on." : "";
    return `✓ Nothing left to review.${next}`;
  }
}

/** @param {Counts} found */
const leftToReview = ({ rows, needs }) =>
  needs ? `${needs} of ${rows} rows need review` : `${rows} rows, none needs review`;

/** @param {Counts} found */
function countsInWords({ open, decided, confirmed, rejected, later }) {
  /** @type {[number, string][]} */
  const named = [
    [open, "open doubts"],
    [decided, "decided"],
    [confirmed, "confirmed"],
    [rejected, "not a pair"],
    [later, "for later"],
  ];
  return named.filter(([count]) => count).map(([count, name]) => `${count} ${name}`);
}
