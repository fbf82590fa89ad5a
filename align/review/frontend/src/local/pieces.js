// @ts-check
// The pieces of a cell: put together where a correction stands, as they were read where it is withdrawn.

/** @import { PageDoubt, PagePiece, PageRow } from "../types/page.js" */
/** @import { Place } from "./verdicts.js" */
import { joinedSpans, overlap } from "./places.js";

/**
 * The pieces of a row that hold some of a place, the white space between them included.
 * @param {PageRow} row
 * @param {Place} place
 */
export function piecesAt(row, { side, spans }) {
  return row.cells[side].flatMap(({ pieces }) => between(pieces, (piece) => overlap(piece.spans, spans)));
}

/**
 * The pieces from the first that passes a test to the last, without text that does not pass it.
 * @param {PagePiece[]} pieces
 * @param {(piece: PagePiece) => boolean} test
 */
export function between(pieces, test) {
  const [first, last] = [pieces.findIndex(test), pieces.findLastIndex(test)];
  return first < 0 ? [] : pieces.slice(first, last + 1).filter((piece) => test(piece) || !piece.raw.trim());
}

/**
 * Puts a correction in the place of the pieces of a row; the space after them stays. Of a correction that
 * began in a row above, nothing is shown here.
 * @param {PageRow} row
 * @param {Place} place
 * @param {string} text
 * @param {string} [doubt] the id of the doubt at exactly this place
 */
export function correctPieces(row, place, text, doubt) {
  const gone = piecesAt(row, place);
  if (!gone.length) return;
  const parts = gone.flatMap((piece) => asRead(row, piece));
  const [{ id }] = gone;
  const begins = overlap(gone[0].spans, [place.spans[0]]);
  const raw = parts.map((piece) => piece.raw).join("");
  const old = parts.map((piece) => piece.t).join("");
  const t = (begins ? text.trimEnd() : "") + (/\s$/.test(raw) ? " " : "");
  const spans = joinedSpans(parts.flatMap((piece) => piece.spans));
  const made = { id, t, old, spans, raw, d: doubt ?? `v${id}`, parts };
  for (const sentence of row.cells[place.side])
    sentence.pieces = sentence.pieces.flatMap((piece) => {
      if (piece === gone[0]) return [made];
      return gone.includes(piece) ? [] : [piece];
    });
}

/**
 * Shows the text of a row at a place as it was read.
 * @param {PageRow} row
 * @param {Place} place
 */
export function restorePieces(row, { side, spans }) {
  for (const sentence of row.cells[side]) {
    const pieces = sentence.pieces.flatMap((piece) =>
      overlap(piece.spans, spans) ? asRead(row, piece) : [piece],
    );
    sentence.pieces = pieces;
  }
}

/**
 * A piece as it was read: those that a correction put together, or one.
 * @param {PageRow} row
 * @param {PagePiece} piece
 * @returns {PagePiece[]}
 */
function asRead({ doubts = [] }, piece) {
  const { parts, old, ...rest } = piece;
  if (parts) return parts;
  if (old === undefined) return [piece];
  const d = doubts.find((one) => isShownBy(one, piece))?.id;
  const read = { ...rest, t: old };
  if (d === undefined) delete read.d;
  else read.d = d;
  return [read];
}

/**
 * Whether a piece of an earlier review is the text of a doubt.
 * @param {PageDoubt} doubt
 * @param {PagePiece} piece
 */
const isShownBy = ({ id, kind, side, place }, piece) =>
  kind !== "yours" &&
  (id === piece.d || Boolean(place && side[0] === piece.id[0] && overlap(place.spans, piece.spans)));
