// @ts-check
// A piece that was set aside becomes a row of its own.

/** @import { LocalDesk } from "./desk.js" */
/** @import { MessageOf } from "../types/messages.js" */
/** @import { PageAside, PageRow } from "../types/page.js" */
/** @import { Side } from "../types/rows.js" */

/**
 * The new row stands after the text before it in the file.
 * @param {LocalDesk} desk
 * @param {MessageOf<"bring-back">} message
 */
export function bringBack(desk, message) {
  const { side, number } = message;
  const piece = desk.lists.aside.find((one) => one.side === side && one.number === number);
  if (!piece || piece.back) throw new Error("that piece is not in the list any more");
  piece.back = true;
  const at = numberAfter(desk.rows, side, piece.place.spans[0][0]);
  desk.decide(message, at, 0, [rowOf(piece)], { op: "bring-back", quote: piece.place });
}

/**
 * The number after the last row with a sentence that begins before this place.
 * @param {PageRow[]} rows
 * @param {Side} side
 * @param {number} start
 */
function numberAfter(rows, side, start) {
  let after = 0;
  rows.forEach((row, number) => {
    if (row.cells[side].some((sentence) => sentence.spans[0][0] < start)) after = number + 1;
  });
  return after;
}

/**
 * @param {PageAside} piece
 * @returns {PageRow}
 */
function rowOf({ side, text, place: { spans, old: raw } }) {
  const id = `${side[0]}${spans[0][0]}`;
  const sentence = { id, spans, pieces: [{ id, t: text, raw, spans }] };
  return {
    id,
    status: "auto",
    needs: true,
    made: true,
    sure: "by hand",
    why: "This was brought back from what was set aside: move it to where it belongs.",
    cells: { source: side === "source" ? [sentence] : [], target: side === "target" ? [sentence] : [] },
  };
}
