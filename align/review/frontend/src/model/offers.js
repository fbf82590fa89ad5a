// @ts-check
// What can be decided about a doubt and about a row, and the sentence that answers a key where it cannot.

/** @import { Doubt, Row, Side } from "../types/rows.js" */

/** Doubts about a passage as a whole: there is no other place like it. */
const PASSAGES = new Set([
  "layout.moved",
  "layout.crossing",
  "layout.unreadable",
  "check.omission",
  "check.addition",
  "check.length",
  "check.doubled",
  "check.rendering",
]);

/** Doubts that typing in their own cell does not settle. */
const NOT_TYPED = new Set(["layout.moved", "layout.crossing", "check.omission", "check.addition"]);

/** One word: letters, perhaps with marks, without a space. */
const ONE_WORD = /^\S*\p{L}\S*$/u;

/**
 * Whether an action applies to an open doubt.
 * @param {string} action a name of `KEYS`
 * @param {Doubt} doubt
 */
export function applies(action, { kind, text, suggestions }) {
  if (action === "accept") return suggestions.length > 0 || kind === "layout.moved";
  if (action === "accept-all") return suggestions.length > 0;
  if (action === "reject-all") return !PASSAGES.has(kind);
  if (action === "right") return kind.startsWith("ocr.") && ONE_WORD.test(text);
  if (action === "edit") return !NOT_TYPED.has(kind);
  return true;
}

/** @type {Record<string, string>} */
const REFUSALS = {
  accept: "Nothing is suggested here: type the text (e), or leave it as it is (x).",
  "accept-all": "Nothing is suggested here that could be accepted everywhere.",
  "reject-all": "This is about one passage: x leaves it as it is.",
  right: "Only a single word can be called right: x leaves this as it is.",
};

/**
 * Why an action does not apply to an open doubt, in a sentence; null where it applies.
 * @param {string} action a name of `KEYS`
 * @param {Doubt} doubt
 */
export const refusal = (action, doubt) => (applies(action, doubt) ? null : (REFUSALS[action] ?? null));

/**
 * Where a row stands, and what can answer.
 * @typedef {{ number: number, count: number, side: Side, local: boolean }} RowPlace
 */

/** @type {Record<string, string>} */
const ROW_REFUSALS = {
  "reject-pair": "This row has one side only: there is no pair to reject.",
  merge: "There is no row below the last.",
  up: "Nothing in this cell can move to a row above.",
  down: "Nothing in this cell can move down.",
  gap: "One side of this row is empty already.",
  realign: "Aligning again needs Python: open the review in a notebook.",
};

/**
 * Why an action does not apply to a row, in a sentence; null where it applies.
 * @param {string} action a name of `KEYS`
 * @param {Row} row
 * @param {RowPlace} place
 */
export function rowRefusal(action, { cells }, { number, count, side, local }) {
  const paired = cells.source.length > 0 && cells.target.length > 0;
  const here = cells[side].length;
  /** @type {Record<string, boolean>} */
  const possible = {
    "reject-pair": paired,
    merge: number + 1 < count,
    up: number > 0 && here > 0,
    down: here > 0 && (number + 1 < count || cells.source.length + cells.target.length > 1),
    gap: paired,
    realign: !local,
  };
  return (possible[action] ?? true) ? null : ROW_REFUSALS[action];
}
