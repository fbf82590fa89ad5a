// @ts-check
// A row of the page as the screen gets it from Python: without raw places, plain words in one piece.

/** @import { PagePiece, PageRow } from "../types/page.js" */
/** @import { Piece, Row } from "../types/rows.js" */
import { SIDES } from "../model/rows.js";
import { deepCopy } from "./pairing.js";

/**
 * @param {PageRow} row
 * @returns {Row}
 */
export function drawnRow(row) {
  const [source, target] = SIDES.map((side) =>
    row.cells[side].map((sentence) => ({ id: sentence.id, pieces: joinPlain(sentence.pieces) })),
  );
  return { ...deepCopy({ ...row, links: undefined, verdicts: undefined }), cells: { source, target } };
}

/**
 * Rows in the place of others as the screen gets them; where some of them stay, only those that changed.
 * @param {number} at
 * @param {PageRow[]} before
 * @param {PageRow[]} rows
 */
export function drawnPatch(at, before, rows) {
  const changed = rows.filter((row, n) => row !== before[n]);
  if (rows.length === before.length && changed.length < rows.length)
    return { at, gone: 0, rows: [], updates: changed.map(drawnRow) };
  return { at, gone: before.length, rows: rows.map(drawnRow), updates: [] };
}

/**
 * Pieces with neighbours that nobody doubts joined.
 * @param {PagePiece[]} pieces
 * @returns {Piece[]}
 */
function joinPlain(pieces) {
  /** @type {Piece[]} */
  const joined = [];
  for (const { t, d, old } of pieces) {
    const last = joined.at(-1);
    if (d === undefined && last && last.d === undefined) last.t += t;
    else joined.push({ t, ...(d === undefined ? {} : { d }), ...(old === undefined ? {} : { old }) });
  }
  return joined;
}
