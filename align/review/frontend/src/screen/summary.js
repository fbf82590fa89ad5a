// @ts-check
// The lines above the rows: title, progress, counts, warnings, the word that nothing is left.

/** @import { Place } from "../types/folder.js" */
/** @import { Status } from "../types/messages.js" */
/** @import { Row } from "../types/rows.js" */
import { counts, doubtsAre } from "../model/rows.js";
import { button, el } from "./dom.js";

/** @typedef {ReturnType<typeof counts>} Counts */

export class Summary {
  /**
   * @param {boolean} local whether this is the one-file desk, a page of its own
   * @param {(action: string) => void} act
   */
  constructor(local, act) {
    this.local = local;
    this.act = act;
    /** The folder whose start page lists the next document. @type {Place | null} */
    this.folder = null;
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
   * @returns {Counts}
   */
  show(rows, status) {
    const found = counts(rows);
    this.progress.max = Math.max(found.rows, 1);
    this.progress.value = found.rows - found.needs;
    this.tally.replaceChildren(
      el("strong", "", {}, leftToReview(found)),
      ...countsInWords(found).map((text) => el("span", "al-count", {}, text)),
      el("span", "al-saved", {}, this.#saved(status)),
    );
    this.done.replaceChildren(...(found.rows > 0 && found.needs === 0 ? this.#atTheEnd(found) : []));
    return found;
  }

  /**
   * Shows what the reviewer has to know: trouble with saving, notes on the journal.
   * @param {string[]} warnings empty ones are left out
   */
  showWarnings(warnings) {
    this.warnings.replaceChildren(...warnings.filter(Boolean).map((text) => el("p", "", {}, `▲ ${text}`)));
  }

  /** @param {Status} status */
  #saved({ saved }) {
    return saved && !this.local ? `saved ${saved}` : saved;
  }

  /**
   * No row needs review: what is unanswered, else what comes next.
   * @param {Counts} found
   * @returns {(Node | string)[]}
   */
  #atTheEnd({ open }) {
    const { act, local } = this;
    if (open) {
      return [
        `${doubtsAre(open)} unanswered in rows that you confirmed. `,
        button("Show them", () => act("show-open")),
      ];
    }
    const next = local
      ? [button("Download decisions", () => act("save")), button("Save as…", () => act("save-as"))]
      : [button("Save as…", () => act("save-as")), button("Send to a colleague…", () => act("send"))];
    if (this.folder) next.push(button("Next document…", () => act("next-document")));
    return ["✓ Nothing left to review. ", ...next];
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
