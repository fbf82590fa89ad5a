// @ts-check
// Decisions about doubts: accept, dismiss, right word, open again, and the same everywhere.

/** @import { LocalDesk } from "./desk.js" */
/** @import { Operation } from "../types/journal.js" */
/** @import { Asked, MessageOf } from "../types/messages.js" */
/** @import { PageDoubt, PageRow } from "../types/page.js" */
/** @import { Doubt, DoubtState } from "../types/rows.js" */
import { doubtById, placeOf } from "./lookup.js";
import { deepCopy } from "./pairing.js";

/**
 * The corrected text that a message names, or picks by its number; undefined: there is none.
 * @param {Doubt} doubt
 * @param {{ reading?: string, pick?: number }} message
 */
export const correctionOf = (doubt, { reading, pick = 0 }) => reading ?? doubt.suggestions[pick]?.t;

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"accept">} message
 */
export function accept(desk, message) {
  const [at, doubt] = doubtById(desk, message.doubt);
  const text = correctionOf(doubt, message);
  if (text === undefined && doubt.kind === "layout.moved") return reject(desk, { ...message, do: "reject" });
  if (text === undefined)
    throw new Error("nothing is suggested here: type the text (e), or dismiss the doubt (x)");
  const change = { ...placeOf(desk.rows[at], doubt), new: text };
  return decideDoubt(desk, message, "accepted", { op: "accept", change }, text);
}

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"reject">} message
 */
export function reject(desk, message) {
  decideDoubt(desk, message, "kept", { op: "reject", quote: placeOfMessage(desk, message) });
}

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"undecide">} message
 */
export function undecide(desk, message) {
  decideDoubt(desk, message, "open", { op: "undecide", quote: placeOfMessage(desk, message) });
}

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"right">} message
 */
export function right(desk, message) {
  const [, doubt] = doubtById(desk, message.doubt);
  decideDoubt(desk, message, "right", {
    op: "right",
    quote: placeOfMessage(desk, message),
    word: doubt.text,
  });
}

/**
 * The same decision about several doubts.
 * @param {LocalDesk} desk
 * @param {MessageOf<"everywhere">} message
 */
export function everywhere(desk, message) {
  const found = [...new Set([message.doubt, ...message.others])].map((id) => doubtById(desk, id));
  const text = message.accept ? correctionOf(found[0][1], message) : undefined;
  if (message.accept && text === undefined) throw new Error("nothing is suggested here to accept");
  const numbers = found.map(([at]) => at);
  const first = Math.min(...numbers);
  const rows = deepCopy(desk.rows.slice(first, Math.max(...numbers) + 1));
  for (const [at, doubt] of found)
    settle(rows[at - first], doubt.id, text === undefined ? "kept" : "accepted", text);
  const places = found.map(([at, doubt]) => placeOf(desk.rows[at], doubt));
  desk.decide(message, first, rows.length, rows, everywhereOperation(places, text));
}

/**
 * @param {ReturnType<typeof placeOf>[]} places
 * @param {string | undefined} text the correction; undefined: dismissed
 * @returns {Operation}
 */
function everywhereOperation(places, text) {
  if (text === undefined) return { op: "dismiss-everywhere", quotes: places };
  return { op: "accept-everywhere", changes: places.map((place) => ({ ...place, new: text })) };
}

/**
 * @param {LocalDesk} desk
 * @param {{ doubt: string }} message
 */
function placeOfMessage(desk, message) {
  const [at, doubt] = doubtById(desk, message.doubt);
  return placeOf(desk.rows[at], doubt);
}

/**
 * @param {LocalDesk} desk
 * @param {Asked & { doubt: string }} message
 * @param {DoubtState} state
 * @param {Operation} operation
 * @param {string} [text] the corrected text
 */
function decideDoubt(desk, message, state, operation, text) {
  const [at, doubt] = doubtById(desk, message.doubt);
  const row = deepCopy(desk.rows[at]);
  settle(row, doubt.id, state, text);
  desk.decide(message, at, 1, [row], operation);
}

/**
 * Gives a doubt of a row its new state; its pieces show the corrected text.
 * @param {PageRow} row
 * @param {string} id
 * @param {DoubtState} state
 * @param {string} [text]
 */
function settle(row, id, state, text) {
  const doubt = /** @type {PageDoubt} */ (row.doubts?.find((one) => one.id === id));
  doubt.state = state;
  delete doubt.reading;
  if (text !== undefined) doubt.reading = text;
  const pieces = row.cells[doubt.side].flatMap((sentence) => sentence.pieces);
  for (const piece of pieces.filter((one) => one.d === id)) {
    const old = piece.old ?? piece.t;
    piece.t = text ?? old;
    if (text === undefined) delete piece.old;
    else piece.old = old;
  }
}
