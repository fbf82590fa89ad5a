// @ts-check
// Rows and doubts of the page, by id and by place. Every function throws in words for the reviewer.

/** @import { LocalDesk } from "./desk.js" */
/** @import { Pairing, Quote } from "../types/journal.js" */
/** @import { PageDoubt, PageRow } from "../types/page.js" */
import { isSame, pairingOf, rowIdOf } from "./pairing.js";

/**
 * The number of a row, from 0.
 * @param {LocalDesk} desk
 * @param {string} id
 */
export function rowNumber(desk, id) {
  const at = desk.rows.findIndex((row) => row.id === id);
  if (at < 0) throw new Error("that row is not there any more; choose another");
  return at;
}

/**
 * The number of the row that holds exactly these sentences.
 * @param {LocalDesk} desk
 * @param {Pairing} pairing
 */
export function rowNumberOfPairing(desk, { source, target }) {
  const at = rowNumber(desk, rowIdOf({ source, target }));
  if (!isSame(pairingOf(desk.rows[at]), { source, target }))
    throw new Error("these sentences are paired another way");
  return at;
}

/**
 * A doubt and the number of its row.
 * @param {LocalDesk} desk
 * @param {string} id
 * @returns {[rowNumber: number, doubt: PageDoubt]}
 */
export function doubtById(desk, id) {
  for (const [at, row] of desk.rows.entries()) {
    const doubt = row.doubts?.find((one) => one.id === id);
    if (doubt) return [at, doubt];
  }
  throw new Error("there is no doubt here to decide on");
}

/**
 * The doubt at a place of the raw file.
 * @param {LocalDesk} desk
 * @param {Quote} place
 */
export function doubtAtPlace(desk, { side, spans }) {
  for (const row of desk.rows)
    for (const doubt of row.doubts ?? [])
      if (doubt.side === side && isSame(placeOf(row, doubt).spans, spans)) return doubt;
  throw new Error("there is no doubt at this place");
}

/**
 * The place of a doubt; of a correction of an earlier review the place of its pieces.
 * @param {PageRow} row
 * @param {PageDoubt} doubt
 * @returns {Quote}
 */
export function placeOf(row, doubt) {
  if (doubt.place) return doubt.place;
  const pieces = row.cells[doubt.side].flatMap((sentence) =>
    sentence.pieces.filter((piece) => piece.d === doubt.id),
  );
  return {
    side: doubt.side,
    spans: pieces.flatMap((piece) => piece.spans),
    old: pieces.map((piece) => piece.raw).join(""),
  };
}
