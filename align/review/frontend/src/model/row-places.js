// @ts-check
// Where the words of a row stand on pages: from a word of the page to the text, and the reverse.

/** @import { PlacedPiece, RowPlaces } from "../types/page-view.js" */
/** @import { Side } from "../types/rows.js" */
import { SIDES } from "./rows.js";

/** A stretch of a cell's text. @typedef {{ row: string, where: Side, start: number, stop: number, doubt: string | null }} TextPlace */

/**
 * The words of a row on a page.
 * @param {RowPlaces} places
 * @param {Side} side
 * @param {number} page
 * @param {(piece: PlacedPiece) => boolean} [wanted]
 */
export const wordsOn = (places, side, page, wanted = () => true) =>
  places[side].filter(wanted).flatMap((piece) => numbersOn(piece, page));

/**
 * @param {PlacedPiece} piece
 * @param {number} page
 */
const numbersOn = ({ at = [] }, page) => at.filter(([on]) => on === page).map(([, number]) => number);

/**
 * The page that shows a row: that of the doubt, else the first; null where it stands on none.
 * @param {RowPlaces} places
 * @param {Side} side
 * @param {string | null} doubt
 */
export function pageOf(places, side, doubt) {
  const pieces = places[side].filter(({ at = [] }) => at.length);
  const piece = pieces.find(({ d }) => doubt !== null && d === doubt) ?? pieces[0];
  return piece?.at?.[0][0] ?? null;
}

/**
 * The stretch of a row's text that a word of a page stands for; null where the row does not have it.
 * @param {RowPlaces} places
 * @param {Side} side
 * @param {number} page
 * @param {number} number the word's
 * @returns {TextPlace | null}
 */
export function textAt(places, side, page, number) {
  let start = 0;
  for (const piece of places[side]) {
    const stop = start + piece.t.trimEnd().length;
    if (numbersOn(piece, page).includes(number))
      return { row: places.row, where: side, start, stop, doubt: piece.d ?? null };
    start += piece.t.length;
  }
  return null;
}

/**
 * The piece at a place of a cell's text.
 * @param {RowPlaces} places
 * @param {Side} side
 * @param {number} offset
 */
export function pieceAt(places, side, offset) {
  let start = 0;
  for (const piece of places[side]) {
    if (start <= offset && offset < start + piece.t.length) return piece;
    start += piece.t.length;
  }
  return null;
}

/**
 * The side whose page is shown: the one at the cursor, where it has pages.
 * @param {Side} side
 * @param {Partial<Record<Side, number>>} pages how many pages each side has
 * @returns {Side | null}
 */
export const shownSide = (side, pages) => [side, ...SIDES].find((one) => pages[one]) ?? null;
