// @ts-check
// A cell typed anew: the tokens that differ become one correction of the reviewer's own.

/** @import { LocalDesk } from "./desk.js" */
/** @import { Quote } from "../types/journal.js" */
/** @import { Asked, MessageOf } from "../types/messages.js" */
/** @import { PageDoubt, PagePiece, PageSentence } from "../types/page.js" */
/** @import { Side } from "../types/rows.js" */
import { changedTokens, tokensOf } from "../model/tokens.js";
import { rowNumber } from "./lookup.js";
import { deepCopy } from "./pairing.js";

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"edit">} message
 */
export function edit(desk, message) {
  const at = rowNumber(desk, message.row);
  const tokens = desk.rows[at].cells[message.side].flatMap((sentence) => tokensOf(sentence.pieces));
  const found = tokens.length ? changedTokens(tokens, message.text) : null;
  if (!found) return desk.answerNothing(message);
  const pieces = tokens.slice(found.first, found.last).flatMap((token) => token.pieces);
  return replacePieces(desk, message, at, pieces, found.text);
}

/**
 * Corrects pieces of a row to the reviewer's own text; the space after them stays.
 * @param {LocalDesk} desk
 * @param {Asked & { side: Side }} message
 * @param {number} at the row's number
 * @param {PagePiece[]} pieces
 * @param {string} text
 */
export function replacePieces(desk, message, at, pieces, text) {
  const { side } = message;
  const row = deepCopy(desk.rows[at]);
  const gone = deepCopy(pieces);
  const space = /\s$/.test(gone[gone.length - 1].raw) ? " " : "";
  const place = {
    side,
    spans: gone.flatMap((piece) => piece.spans),
    old: gone.map((piece) => piece.raw).join(""),
  };
  const piece = correctedPiece(gone, text + space, place);
  for (const sentence of row.cells[side]) putPiece(sentence, gone, piece);
  const doubts = withoutGone(row.doubts ?? [], gone, row.cells[side]).filter((doubt) => doubt.id !== piece.d);
  row.doubts = [...doubts, ownCorrection(piece, text, place)];
  desk.decide(message, at, 1, [row], { op: "edit", changes: [{ ...place, new: text + space }] });
}

/**
 * @param {PagePiece[]} gone
 * @param {string} text
 * @param {Quote} place
 * @returns {PagePiece & { d: string, old: string }}
 */
function correctedPiece(gone, text, { spans, old: raw }) {
  const [{ id }] = gone;
  const old = gone
    .map((piece) => piece.old ?? piece.t)
    .join("")
    .trim();
  return { id, t: text, old, spans, raw, d: `v${id}` };
}

/**
 * Puts a piece in the place of the first that is gone.
 * @param {PageSentence} sentence
 * @param {PagePiece[]} gone
 * @param {PagePiece} made
 */
function putPiece(sentence, gone, made) {
  const ids = new Set(gone.map((piece) => piece.id));
  sentence.pieces = sentence.pieces.flatMap((piece) => {
    if (piece.id === made.id) return [made];
    return ids.has(piece.id) ? [] : [piece];
  });
}

/**
 * The doubts without those whose pieces are all gone.
 * @param {PageDoubt[]} doubts
 * @param {PagePiece[]} gone
 * @param {PageSentence[]} cell the cell as it is now
 */
function withoutGone(doubts, gone, cell) {
  const left = new Set(cell.flatMap((sentence) => sentence.pieces.map((piece) => piece.d)));
  const touched = new Set(gone.map((piece) => piece.d).filter((id) => id && !left.has(id)));
  return doubts.filter((doubt) => !touched.has(doubt.id));
}

/**
 * @param {PagePiece & { d: string, old: string }} piece
 * @param {string} text
 * @param {Quote} place
 * @returns {PageDoubt}
 */
function ownCorrection(piece, text, place) {
  return {
    id: piece.d,
    side: place.side,
    kind: "yours",
    word: "your correction",
    text: piece.old,
    state: "edited",
    reading: text,
    suggestions: [],
    place,
  };
}
