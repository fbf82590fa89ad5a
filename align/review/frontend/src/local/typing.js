// @ts-check
// A cell typed anew: the tokens that differ become one correction of the reviewer's own.

/** @import { LocalDesk } from "./desk.js" */
/** @import { Change } from "../types/journal.js" */
/** @import { Asked, MessageOf } from "../types/messages.js" */
/** @import { PagePiece, PageRow } from "../types/page.js" */
/** @import { DoubtState, Side } from "../types/rows.js" */
import { changedTokens, tokensOf } from "../model/tokens.js";
import { rowNumber } from "./lookup.js";
import { between } from "./pieces.js";
import { joinedSpans } from "./places.js";
import { decideTexts } from "./text-decisions.js";

/** @type {DoubtState} */
const EDITED = "edited";

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
  const changes = corrections.map(({ at, pieces, text }) => changeOf(desk.rows[at], side, pieces, text));
  const decisions = changes.map((change) => ({
    place: change,
    verdict: { how: EDITED, text: change.new.trimEnd() },
  }));
  decideTexts(desk, message, decisions, { op: "edit", changes });
}

/**
 * The reviewer's own text in the place of some pieces of a row; the space after them stays.
 * @param {PageRow} row
 * @param {Side} side
 * @param {PagePiece[]} pieces
 * @param {string} text
 * @returns {Change}
 */
function changeOf(row, side, pieces, text) {
  const gone = row.cells[side].flatMap((sentence) =>
    between(sentence.pieces, (piece) => pieces.includes(piece)),
  );
  const old = gone.map((piece) => piece.raw).join("");
  const spans = joinedSpans(gone.flatMap((piece) => piece.spans));
  return { side, spans, old, new: text + (/\s$/.test(old) ? " " : "") };
}
