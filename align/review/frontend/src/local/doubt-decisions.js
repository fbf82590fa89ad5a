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
 * The same decision about several doubts: the first as the message names it, of the others each first
 * suggestion.
 * @param {LocalDesk} desk
 * @param {MessageOf<"everywhere">} message
 */
export function everywhere(desk, message) {
  const { accept } = message;
  const ids = [...new Set([message.doubt, ...message.others])];
  const [[, first], ...others] = ids.map((id) => doubtById(desk, id));
  const text = correctionOf(first, message);
  if (accept && text === undefined) throw new Error("nothing is suggested here to accept");
  const texts = [
    text,
    ...others.map(
      ([
        ,
        {
          suggestions: [best],
        },
      ]) => best?.t ?? text,
    ),
  ];
  decideTogether(desk, message, ids, accept ? /** @type {string[]} */ (texts) : null);
}

/**
 * Several doubts decided in one operation.
 * @param {LocalDesk} desk
 * @param {Asked} message
 * @param {string[]} ids the doubts
 * @param {string[] | null} texts the correction of each; null: all are dismissed
 */
export function decideTogether(desk, message, ids, texts) {
  const found = ids.map((id) => doubtById(desk, id));
  const numbers = found.map(([at]) => at);
  const first = Math.min(...numbers);
  const rows = deepCopy(desk.rows.slice(first, Math.max(...numbers) + 1));
  found.forEach(([at, doubt], n) => {
    settle(rows[at - first], doubt.id, texts ? "accepted" : "kept", texts?.[n]);
  });
  const quotes = found.map(([at, doubt]) => placeOf(desk.rows[at], doubt));
  /** @type {Operation} */
  const operation = texts
    ? { op: "accept-everywhere", changes: quotes.map((place, n) => ({ ...place, new: texts[n] })) }
    : { op: "dismiss-everywhere", quotes };
  desk.decide(message, first, rows.length, rows, operation);
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
