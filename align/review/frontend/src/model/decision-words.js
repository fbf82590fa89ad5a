// @ts-check
// A decision in words: what undo takes back.

/** @import { Summary } from "../types/summary.js" */

/** Characters of a text that are quoted. */
const QUOTED = 40;

/**
 * A text cut between words, with an ellipsis.
 * @param {string} text
 * @param {number} [most] characters
 */
export function shortened(text, most = QUOTED) {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).trimEnd()}…`;
}

/** @param {string} text */
const quoted = (text) => `«${shortened(text)}»`;

/** @param {Summary} summary */
const change = ({ old = "", new: text = "" }) => `${quoted(old)} → ${text ? quoted(text) : "nothing"}`;

/** @type {Record<string, (row: number) => string>} */
const ARRANGED = {
  merge: (row) => `row ${row} merged with the next`,
  split: (row) => `row ${row} split`,
  up: (row) => `a sentence moved up to row ${row}`,
  down: (row) => `a sentence moved down from row ${row}`,
  gap: (row) => `the cells of row ${row} parted`,
  pair: (row) => `cells paired from row ${row} on`,
  realign: (row) => `rows aligned again from row ${row} on`,
};

/** @type {Record<string, (summary: Summary) => string>} */
const WORDS = {
  accept: (one) => `${change(one)} in row ${one.row}`,
  edit: (one) => `${change(one)}${(one.places ?? 1) > 1 ? "," : ""} ${places(one)}`,
  "accept-everywhere": (one) => `${change(one)}, ${places(one)}`,
  reject: ({ old = "", row }) => `${quoted(old)} kept as it is in row ${row}`,
  "dismiss-everywhere": (one) => `${quoted(one.old ?? "")} kept as it is, ${places(one)}`,
  right: ({ old = "" }) => `${quoted(old)} called a right word`,
  undecide: ({ old = "", row }) => `${quoted(old)} opened again in row ${row}`,
  confirm: ({ row, rows }) => (rows > 1 ? `${rows} rows confirmed` : `row ${row} confirmed`),
  "reject-pair": ({ row }) => `row ${row} marked as not a pair`,
  reopen: ({ row }) => `row ${row} opened again`,
  later: ({ row, on }) => (on ? `row ${row} marked for later` : `row ${row} no longer for later`),
  comment: ({ row }) => `the comment on row ${row}`,
  arrange: ({ verb = "", row }) => ARRANGED[verb]?.(row) ?? `rows paired another way from row ${row} on`,
  "bring-back": ({ old = "", row }) => `${quoted(old)} brought back as row ${row}`,
};

/** @param {Summary} summary */
const places = ({ places: count = 1, row }) => (count > 1 ? `at ${count} places` : `in row ${row}`);

/**
 * What a decision did: "«Баш» → «Ваш» in row 3", "row 4 confirmed".
 * @param {Summary} summary
 */
export const inWords = (summary) => WORDS[summary.op]?.(summary) ?? `a decision in row ${summary.row}`;
