// @ts-check
// A decision in words, for a reviewer who has to know which one was not saved.

/** @import { Decision, DoubtDecision, Outgoing, RowDecision } from "../types/messages.js" */
/** @import { Row } from "../types/rows.js" */

/**
 * Decisions about a row that they name, and those about the document; with those about a doubt they are all.
 * @typedef {Extract<RowDecision, { row: string }>["do"]} OfRow
 * @typedef {Exclude<Decision["do"], OfRow | DoubtDecision["do"]>} OfAll
 */

/** What is said of a row, by the verb of the message. @type {Record<OfRow, string>} */
const OF_A_ROW = {
  confirm: "confirmed",
  "confirm-above": "confirmed, with all above",
  "reject-pair": "not a pair",
  reopen: "opened again",
  later: "come back later",
  comment: "comment",
  edit: "text typed",
  merge: "merged with the next",
  split: "split",
  up: "first sentence moved up",
  down: "last sentence moved down",
  gap: "parted",
};

/** What is said of the whole document. @type {Record<OfAll, string>} */
const OF_ALL = {
  realign: "rows aligned again",
  undo: "the last undo",
  redo: "the last redo",
  "bring-back": "a passage brought back",
  pair: "two cells paired",
  replace: "words replaced",
};

/**
 * A decision in words: "row 3: “Баш” → “Ваш”"; null for a message that decides nothing.
 * @param {Outgoing} message
 * @param {Row[]} rows as they are shown
 * @returns {string | null}
 */
export function unsavedWords(message, rows) {
  if ("doubt" in message) return doubtWords(message, rows);
  if (message.do in OF_A_ROW && "row" in message)
    return `${rowName(rows, (row) => row.id === message.row)}: ${OF_A_ROW[/** @type {OfRow} */ (message.do)]}`;
  return OF_ALL[/** @type {OfAll} */ (message.do)] ?? null;
}

/**
 * @param {Extract<Outgoing, { doubt: string }>} message
 * @param {Row[]} rows
 */
function doubtWords(message, rows) {
  if (message.do === "preview") return null;
  const doubt = rows.flatMap((row) => row.doubts ?? []).find((one) => one.id === message.doubt);
  const name = rowName(rows, (row) => row.doubts?.some((one) => one.id === message.doubt));
  return `${name}: “${doubt?.text ?? ""}” ${outcome(message)}`;
}

/** @param {Extract<Outgoing, { doubt: string }>} message */
function outcome(message) {
  const accepts = message.do === "accept" || (message.do === "everywhere" && message.accept);
  const places = message.do === "everywhere" ? ` (in ${message.others.length + 1} places)` : "";
  if (message.do === "undecide") return "opened again";
  return `${accepts ? `→ “${("reading" in message && message.reading) || ""}”` : "stays as it is"}${places}`;
}

/**
 * @param {Row[]} rows
 * @param {(row: Row) => unknown} test
 */
function rowName(rows, test) {
  const at = rows.findIndex(test);
  return at < 0 ? "a row" : `row ${at + 1}`;
}
