// @ts-check
// Several corrections of the reviewer's own as one decision.

/** @import { LocalDesk } from "./desk.js" */
/** @import { CellText } from "../types/find.js" */
/** @import { MessageOf } from "../types/messages.js" */
/** @import { Side } from "../types/rows.js" */
/** @import { Correction } from "./typing.js" */
import { changedRuns } from "../model/runs.js";
import { tokensOf } from "../model/tokens.js";
import { rowNumber } from "./lookup.js";
import { correctPlaces } from "./typing.js";

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"replace">} message
 */
export function replace(desk, message) {
  const found = message.cells.flatMap((cell) => correctionsOf(desk, message.side, cell));
  if (!found.length) desk.answerNothing(message);
  else correctPlaces(desk, message, message.side, found);
}

/**
 * @param {LocalDesk} desk
 * @param {Side} side
 * @param {CellText} cell
 * @returns {Correction[]}
 */
function correctionsOf(desk, side, { row, text }) {
  const at = rowNumber(desk, row);
  const tokens = desk.rows[at].cells[side].flatMap((sentence) => tokensOf(sentence.pieces));
  return changedRuns(tokens, text).map((run) => ({
    at,
    pieces: tokens.slice(run.first, run.last).flatMap((token) => token.pieces),
    text: run.text,
  }));
}
