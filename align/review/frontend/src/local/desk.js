// @ts-check
// The one-file desk: answers the screen's messages without Python, on the rows written into the page.

/** @import { Entry, Operation } from "../types/journal.js" */
/** @import { Host } from "../types/host.js" */
/** @import { Asked, Incoming, Outgoing, Status } from "../types/messages.js" */
/** @import { PageData, PageRow } from "../types/page.js" */
import { newId } from "../model/values.js";
import { answer } from "./answers.js";
import { drawnPatch } from "./drawn-row.js";
import { sentenceBounds } from "./places.js";
import { restore } from "./restore.js";
import { DecisionStore } from "./storage.js";
import { broughtBack, summaryOf } from "./summary.js";
import { shownVerdicts } from "./verdicts.js";

/**
 * A decision in force: `before` became `after` at row number `at`.
 * `listed`: the word that is right since then, as word lists hold it.
 * @typedef {{ at: number, before: PageRow[], after: PageRow[], entry: Entry, listed?: string }} Step
 */

/** The word for a pairing that needs review (`align/review/sureness.py`). */
const PLEASE_LOOK = "please look";

/** @implements {Host} */
export class LocalDesk {
  /**
   * @param {PageData} data
   * @param {{ now?: () => Date, storage?: Storage | null }} [options]
   */
  constructor(data, { now = () => new Date(), storage = null } = {}) {
    const words = new Set(data.lists.words);
    /** @type {PageRow[]} */
    this.rows = data.rows.map((row) => ({ ...row, verdicts: shownVerdicts(row, words) }));
    this.sentences = sentenceBounds(data.rows);
    this.lists = data.lists;
    this.documents = data.documents;
    this.readings = data.readings ?? [];
    this.heading = { title: data.title, sides: data.sides, wordForms: data.forms !== undefined };
    this.forms = data.forms;
    this.scan = data.scan ?? {};
    this.name = data.name;
    this.fileName = `${data.name}.decisions.jsonl`;
    this.now = now;
    /** All decisions of the journal, undo and redo among them. @type {Entry[]} */
    this.entries = [];
    /** What undo takes back, the last first from the end. @type {Step[]} */
    this.done = [];
    /** @type {Step[]} */
    this.undone = [];
    /** A decision of an earlier visit while it is put in force again. @type {Entry | null} */
    this.replayed = null;
    /** @type {(message: Incoming) => void} */
    this.receive = () => {};
    this.store = new DecisionStore(storage, data.documents);
    this.reviewer = this.store.readValue("reviewer") ?? "";
    /** How many of the entries were downloaded. */
    this.downloaded = 0;
    this.notes = restore(this, this.store.read(new Set(data.decided)));
    const last = this.store.readValue("downloaded");
    this.downloaded = this.entries.findIndex((entry) => entry.id === last) + 1;
    this.store.save();
  }

  /** How many decisions exist on this page only. */
  get undownloaded() {
    return this.entries.length - this.downloaded;
  }

  /** @returns {Status} */
  status() {
    const kept = this.entries.length && !this.store.waiting.length ? "kept in this browser" : "";
    return {
      undo: summaryOf(this, this.done.at(-1)),
      redo: summaryOf(this, this.undone.at(-1)),
      saved: [kept, this.#downloads()].filter(Boolean).join(", "),
      trouble: this.store.trouble,
      readOnly: false,
    };
  }

  #downloads() {
    if (this.undownloaded > 0) return `${this.undownloaded} not downloaded`;
    return this.downloaded ? "all downloaded" : "";
  }

  /** @param {string} reviewer */
  setReviewer(reviewer) {
    this.reviewer = reviewer;
    this.store.writeValue("reviewer", reviewer);
  }

  /**
   * Answers a message; a mistake of the reviewer's comes back as one line of trouble.
   * @param {Outgoing} message
   */
  send(message) {
    try {
      answer(this, message);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.receive({ is: "trouble", text, n: message.n });
    }
  }

  /**
   * Carries out a decision: `gone` rows from `at` on become `rows`; a line of the journal; a step to undo.
   * @param {Asked} message
   * @param {number} at
   * @param {number} gone
   * @param {PageRow[]} rows
   * @param {Operation} operation
   * @param {string} [listed] the word that is right from now on, as word lists hold it
   */
  decide(message, at, gone, rows, operation, listed) {
    const entry = this.record(operation);
    this.done.push({ at, before: this.rows.slice(at, at + gone), after: rows, entry, listed });
    this.undone = [];
    this.replaceRows(at, gone, rows, message);
  }

  /**
   * Adds a line to the journal: a new one, or the one of an earlier visit that is put in force again.
   * @param {Operation} operation
   */
  record(operation) {
    const entry = this.replayed ?? this.#newEntry(operation);
    this.entries.push(entry);
    if (!this.replayed) this.store.add(entry);
    return entry;
  }

  /**
   * @param {Operation} operation
   * @returns {Entry}
   */
  #newEntry({ op, ...values }) {
    const at = this.now()
      .toISOString()
      .replace(/\.\d+Z$/, "Z"); // to the second
    const by = this.reviewer || "reviewer";
    return /** @type {Entry} */ ({ op, id: newId(), ...values, by, at, documents: this.documents });
  }

  /**
   * @param {number} at
   * @param {number} gone
   * @param {PageRow[]} rows
   * @param {Asked} message
   * @param {Step} [step] the decision that is undone or done again
   */
  replaceRows(at, gone, rows, message, step) {
    for (const row of rows) row.needs = needsReview(row);
    const before = this.rows.splice(at, gone, ...rows);
    const patch = { ...drawnPatch(at, before, rows), ...(step && broughtBack(this, step)) };
    this.receive({ is: "patch", n: message.n, did: message.do, ...patch, ...this.status() });
  }

  /**
   * Answers that nothing changes.
   * @param {Asked} message
   */
  answerNothing(message) {
    this.receive({ is: "nothing", n: message.n, ...this.status() });
  }
}

/** @param {PageRow} row */
function needsReview(row) {
  const doubtful = row.made || row.sure === PLEASE_LOOK;
  const open = (row.doubts ?? []).some((doubt) => doubt.state === "open");
  return row.status === "auto" && (doubtful || open);
}
