// @ts-check
// A cell typed anew: the tokens that differ become one correction of the reviewer's own.

/** @import { LocalDesk } from "./desk.js" */
/** @import { Change, Quote } from "../types/journal.js" */
/** @import { Asked, MessageOf } from "../types/messages.js" */
/** @import { PageDoubt, PagePiece, PageRow, PageSentence } from "../types/page.js" */
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
  return correctPlaces(desk, message, message.side, [{ at, pieces, text: found.text }]);
}

/**
 * Another text for some pieces of the row with this number.
 * @typedef {{ at: number, pieces: PagePiece[], text: string }} Correction
 */

/**
 * @param {LocalDesk} desk
 * @param {Asked} message
 * @param {Side} side
 * @param {Correction[]} corrections
 */
export function correctPlaces(desk, message, side, corrections) {
  const numbers = corrections.map(({ at }) => at);
  const first = Math.min(...numbers);
  const rows = desk.rows.slice(first, Math.max(...numbers) + 1);
  for (const at of new Set(numbers)) rows[at - first] = /** @type {PageRow} */ (deepCopy(rows[at - first]));
  const changes = corrections.map(({ at, pieces, text }) =>
    correctPieces(rows[at - first], side, pieces, text),
  );
  desk.decide(message, first, rows.length, rows, { op: "edit", changes });
}

/**
 * Corrects pieces of a row, which is changed, to the reviewer's own text; the space after them stays.
 * @param {PageRow} row
 * @param {Side} side
 * @param {PagePiece[]} pieces
 * @param {string} text
 * @returns {Change}
 */
function correctPieces(row, side, pieces, text) {
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
  return { ...place, new: text + space };
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
