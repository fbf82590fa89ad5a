// @ts-check
// The strip: which words of the lines are meant, how large the lines are drawn, what is fetched ahead.

/** @import { Box, PageLine, PageWord, RowLines } from "../types/pages.js" */
/** @import { Cells, Piece, Row, Side, Span } from "../types/rows.js" */
import { findOpenDoubt } from "./open-doubts.js";

/** Doubts whose pictures are fetched before they are needed. */
const AHEAD = 2;
const BEHIND = 1;

/** Sizes in which pictures are asked for: pixels for one of the page. A page is not shown larger than it is. */
const SCALES = [0.25, 0.35, 0.5, 0.7, 1];

/** The largest line, in heights of a letter: a box that is higher is a mistake of the engine. */
const HIGHEST = 6;

/**
 * Whether one of some raw places shares a character with another.
 * @param {Span[]} spans
 * @param {Span} other
 */
export const touches = (spans, [start, stop]) => spans.some((span) => span[0] < stop && start < span[1]);

/**
 * The pieces of one side of a row; those of a row that is not cut into words have no raw places.
 * @param {Cells} cells
 * @param {Side} side
 */
const piecesOf = (cells, side) => cells[side].flatMap((sentence) => sentence.pieces);

/**
 * The raw places of a doubt: of its pieces, where the row is cut into words, else as they came with the lines.
 * @param {Cells} cells
 * @param {string} doubt its id
 * @param {RowLines} lines
 * @returns {Span[]}
 */
export function spansOfDoubt(cells, doubt, lines) {
  const pieces = [...piecesOf(cells, "source"), ...piecesOf(cells, "target")];
  const spans = pieces.filter((piece) => piece.d === doubt).flatMap((piece) => piece.spans ?? []);
  return spans.length ? spans : (lines.doubts[doubt] ?? []);
}

/**
 * The raw places of some pieces of a row.
 * @param {Cells} cells
 * @param {Side} side
 * @param {Set<string>} ids
 */
export const spansOfPieces = (cells, side, ids) =>
  piecesOf(cells, side)
    .filter((piece) => piece.id !== undefined && ids.has(piece.id))
    .flatMap((piece) => piece.spans ?? []);

/**
 * The pieces of a row that hold some of a word of a page.
 * @param {Cells} cells
 * @param {Side} side
 * @param {Span} span
 */
export const piecesAt = (cells, side, span) =>
  piecesOf(cells, side).filter((piece) => touches(piece.spans ?? [], span));

/**
 * The piece in which the caret stands in a text that is typed: counted from the start, behind a change from
 * the end.
 * @param {Piece[][]} sentences
 * @param {string} typed
 * @param {number} caret
 * @returns {Piece | undefined}
 */
export function pieceAtCaret(sentences, typed, caret) {
  const pieces = sentences.flatMap((pieces, n) => (n ? [{ t: " " }, ...pieces] : pieces));
  const old = pieces.map((piece) => piece.t).join("");
  const before = old.startsWith(typed.slice(0, caret));
  let at = before ? caret : caret + old.length - typed.length;
  return pieces.find((piece) => {
    at -= piece.t.length;
    return at < 0;
  });
}

/**
 * The boxes of the words of a line at some raw places; neighbours have one box together.
 * @param {PageWord[]} words
 * @param {Span[]} spans
 * @returns {Box[]}
 */
export function boxesAt(words, spans) {
  /** @type {Box[]} */
  const boxes = [];
  for (const [n, word] of words.entries()) {
    if (!touches(spans, word.span)) continue;
    const last = n > 0 && touches(spans, words[n - 1].span) ? boxes.pop() : undefined;
    boxes.push(last ? joined(last, word.box) : word.box);
  }
  return boxes;
}

/**
 * @param {Box} one
 * @param {Box} two
 * @returns {Box}
 */
const joined = (one, two) => [
  Math.min(one[0], two[0]),
  Math.min(one[1], two[1]),
  Math.max(one[2], two[2]),
  Math.max(one[3], two[3]),
];

/**
 * Where a box lies in another, in per cent of it.
 * @param {Box} box
 * @param {Box} whole
 */
export function shareOf([left, top, right, bottom], whole) {
  const [width, height] = [whole[2] - whole[0], whole[3] - whole[1]];
  /** @param {number} part @param {number} of */
  const percent = (part, of) => `${(part / of) * 100}%`;
  return {
    left: percent(left - whole[0], width),
    top: percent(top - whole[1], height),
    width: percent(right - left, width),
    height: percent(bottom - top, height),
  };
}

/**
 * The word of a line at a point of the page, else the nearest one in the line; undefined beside all of them.
 * @param {PageLine} line
 * @param {number} x
 */
export function wordAtX({ words, letters }, x) {
  /** @param {PageWord} word */
  const distance = ({ box }) => Math.max(box[0] - x, x - box[2], 0);
  const [nearest] = [...words].sort((one, two) => distance(one) - distance(two));
  return nearest && distance(nearest) <= letters / 2 ? nearest : undefined;
}

/**
 * Pixels of the screen for one of the page, so that a word is as high as letters of the text are.
 * @param {PageLine[]} lines
 * @param {number} height of a word, in pixels of the screen
 */
export function factorOf(lines, height) {
  const letters = lines.map((line) => line.letters).sort((one, two) => one - two);
  const highest = Math.max(...lines.map(({ box }) => box[3] - box[1]));
  return Math.min(height / letters[letters.length >> 1], (HIGHEST * height) / highest);
}

/**
 * In which size a picture is asked for that is drawn with a factor.
 * @param {number} factor pixels of the screen for one of the page
 */
export const scaleFor = (factor) => SCALES.find((scale) => scale >= factor) ?? 1;

/**
 * The doubts whose pictures are fetched ahead: the next two, then the previous one.
 * @param {Row[]} rows
 * @param {{ row: number, doubt: string | null }} cursor
 */
export function doubtsAhead(rows, cursor) {
  const found = [...inDirection(rows, cursor, 1, AHEAD), ...inDirection(rows, cursor, -1, BEHIND)];
  return found.filter(({ doubt }) => doubt.id !== cursor.doubt);
}

/**
 * @param {Row[]} rows
 * @param {{ row: number, doubt: string | null }} cursor
 * @param {1 | -1} step
 * @param {number} count
 */
function inDirection(rows, cursor, step, count) {
  const found = [];
  let from = cursor;
  for (let n = 0; n < count; n += 1) {
    const next = findOpenDoubt(rows, from, step);
    if (!next) break;
    found.push(next);
    from = { row: next.row, doubt: next.doubt.id };
  }
  return found;
}
