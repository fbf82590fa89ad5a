// @ts-check
// The places where a search finds something: in the text as it reads now, in what the OCR read before a
// correction, in comments.

/** @import { Piece, Row, Sentence } from "../types/rows.js" */
/** @import { Matchers, Where } from "./query.js" */
import { SIDES } from "./rows.js";

/**
 * A place in a row. `start`, `stop`: UTF-16 units of the text that `textOf` gives, or of the comment.
 * `was`: what was found stood here before it was corrected.
 * @typedef {{ row: string, where: Where, start: number, stop: number, was?: string }} Hit
 */

/** @typedef {{ start: number, stop: number, was?: string }} Range */

/**
 * The hits of a row in reading order: original, translation, comment.
 * @param {Row} row
 * @param {Matchers} matchers
 * @returns {Hit[]}
 */
export function hitsOf(row, matchers) {
  /** @type {Hit[]} */
  const hits = [];
  for (const side of SIDES) {
    const found = matchers[side] ? rangesInCell(row.cells[side], matchers[side]) : [];
    hits.push(...found.map((range) => ({ row: row.id, where: side, ...range })));
  }
  const comment = row.comment && matchers.comment ? matchesIn(row.comment, matchers.comment) : [];
  return [
    ...hits,
    ...comment.map((range) => ({ row: row.id, where: /** @type {Where} */ ("comment"), ...range })),
  ];
}

/**
 * @param {Sentence[]} sentences
 * @param {RegExp} match
 * @returns {Range[]}
 */
function rangesInCell(sentences, match) {
  const pieces = piecesOf(sentences);
  const now = matchesIn(pieces.map((piece) => piece.t).join(""), match);
  if (pieces.every((piece) => piece.old === undefined)) return now;
  const before = misreadings(pieces, match).filter((one) => !now.some((other) => overlap(one, other)));
  return [...now, ...before].sort((one, other) => one.start - other.start);
}

/**
 * The pieces of a cell, a space between two sentences.
 * @param {Sentence[]} sentences
 * @returns {Piece[]}
 */
const piecesOf = (sentences) => sentences.flatMap(({ pieces }, n) => (n ? [{ t: " " }, ...pieces] : pieces));

/**
 * @param {string} text
 * @param {RegExp} match
 * @returns {Range[]}
 */
const matchesIn = (text, match) =>
  [...text.matchAll(match)]
    .filter(([hit]) => hit)
    .map(({ 0: hit, index }) => ({ start: index, stop: index + hit.length }));

/**
 * What is found in the text as the OCR read it and touches a correction, at its place in the text now.
 * @param {Piece[]} pieces
 * @param {RegExp} match
 * @returns {Range[]}
 */
function misreadings(pieces, match) {
  const read = pieces.map(readAs).join("");
  const ends = bothEnds(pieces);
  return matchesIn(read, match).flatMap(({ start, stop }) => {
    const touched = ends.filter((end) => end.old < stop && end.oldStop > start);
    if (!touched.some((end) => end.corrected)) return [];
    const [first, last] = [touched[0], touched[touched.length - 1]];
    return [
      {
        start: first.corrected ? first.now : first.now + start - first.old,
        stop: last.corrected ? last.nowStop : last.now + stop - last.old,
        was: read.slice(start, stop),
      },
    ];
  });
}

/**
 * What the OCR read; a space after a correction stood after what it replaces, too.
 * @param {Piece} piece
 */
function readAs({ t, old }) {
  if (old === undefined) return t;
  return /\s$/.test(t) && !/\s$/.test(old) ? `${old} ` : old;
}

/**
 * Where each piece stands in the text as it was read and in the text now.
 * @param {Piece[]} pieces
 */
function bothEnds(pieces) {
  let [old, now] = [0, 0];
  return pieces.map((piece) => {
    const end = {
      corrected: piece.old !== undefined,
      old,
      now,
      oldStop: old + readAs(piece).length,
      nowStop: now + piece.t.length,
    };
    [old, now] = [end.oldStop, end.nowStop];
    return end;
  });
}

/**
 * @param {Range} one
 * @param {Range} other
 */
const overlap = (one, other) => one.start < other.stop && other.start < one.stop;
