// @ts-check
// Decisions about doubts: accept, dismiss, right word, open again, and the same everywhere.

/** @import { LocalDesk } from "./desk.js" */
/** @import { Operation } from "../types/journal.js" */
/** @import { Asked, MessageOf } from "../types/messages.js" */
/** @import { PageDoubt } from "../types/page.js" */
/** @import { Doubt } from "../types/rows.js" */
/** @import { Verdict } from "./verdicts.js" */
import { doubtById, placeOf } from "./lookup.js";
import { overlap } from "./places.js";
import { decideTexts } from "./text-decisions.js";

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
  return decideDoubt(desk, message, { how: "accepted", text }, { op: "accept", change });
}

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"reject">} message
 */
export function reject(desk, message) {
  decideDoubt(desk, message, { how: "kept" }, { op: "reject", quote: placeOfMessage(desk, message) });
}

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"undecide">} message
 */
export function undecide(desk, message) {
  decideDoubt(desk, message, null, { op: "undecide", quote: placeOfMessage(desk, message) });
}

/**
 * The word is right, here and in the whole project.
 * @param {LocalDesk} desk
 * @param {MessageOf<"right">} message
 */
export function right(desk, message) {
  const [, { text: word, listed }] = doubtById(desk, message.doubt);
  const quote = placeOfMessage(desk, message);
  decideDoubt(desk, message, { how: "right" }, { op: "right", quote, word }, listed);
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
 * Whether a doubt shares no text with one before it, whose decision settles it.
 * @param {[rowNumber: number, doubt: PageDoubt]} found
 * @param {number} n
 * @param {[rowNumber: number, doubt: PageDoubt][]} all
 */
const isApart = ([, { side, place }], n, all) =>
  !all
    .slice(0, n)
    .some(([, one]) => one.side === side && place && one.place && overlap(one.place.spans, place.spans));

/**
 * Several doubts decided in one operation.
 * @param {LocalDesk} desk
 * @param {Asked} message
 * @param {string[]} ids the doubts
 * @param {string[] | null} texts the correction of each; null: all are dismissed
 */
export function decideTogether(desk, message, ids, texts) {
  const found = ids.map((id) => doubtById(desk, id)).filter(isApart);
  const quotes = found.map(([at, doubt]) => placeOf(desk.rows[at], doubt));
  /** @type {Operation} */
  const operation = texts
    ? { op: "accept-everywhere", changes: quotes.map((place, n) => ({ ...place, new: texts[n] })) }
    : { op: "dismiss-everywhere", quotes };
  const decisions = quotes.map((place, n) => ({ place, verdict: verdictOf(texts?.[n]) }));
  decideTexts(desk, message, decisions, operation);
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
 * @param {string} [text] the corrected text; undefined: the doubt is dismissed
 * @returns {Verdict}
 */
const verdictOf = (text) => (text === undefined ? { how: "kept" } : { how: "accepted", text });

/**
 * @param {LocalDesk} desk
 * @param {Asked & { doubt: string }} message
 * @param {Verdict | null} verdict
 * @param {Operation} operation
 * @param {string} [word] a word that is right from now on, as word lists hold it
 */
function decideDoubt(desk, message, verdict, operation, word) {
  const place = placeOfMessage(desk, message);
  decideTexts(desk, message, [{ place, verdict }], operation, word || undefined);
}
