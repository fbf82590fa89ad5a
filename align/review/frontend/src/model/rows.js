// @ts-check
// Facts about rows: their texts, their open doubts, counts over all of them.

/** @import { Doubt, Row, Side } from "../types/rows.js" */

/** @type {readonly Side[]} */
export const SIDES = ["source", "target"];

/**
 * @param {Side} side
 * @returns {Side}
 */
export const otherSide = (side) => (side === "source" ? "target" : "source");

/**
 * The doubts that are open and about which no decision is under way.
 * @template {Doubt} D
 * @param {{ doubts?: D[] }} row
 */
export const openDoubts = (row) =>
  (row.doubts ?? []).filter((doubt) => doubt.state === "open" && !doubt.pending);

/**
 * "1 doubt is", "3 doubts are".
 * @param {number} count
 */
export const doubtsAre = (count) => (count === 1 ? "1 doubt is" : `${count} doubts are`);

/**
 * The text of a cell as a reader sees it.
 * @param {Pick<Row, "cells">} row
 * @param {Side} side
 */
export const textOf = (row, side) =>
  row.cells[side].map((sentence) => sentence.pieces.map((piece) => piece.t).join("")).join(" ");

/**
 * Counts over all rows; `open` and `decided` count doubts.
 * @param {Row[]} rows
 */
export function counts(rows) {
  /** @param {(row: Row) => unknown} test */
  const count = (test) => rows.filter(test).length;
  const doubts = rows.flatMap((row) => row.doubts ?? []);
  const open = doubts.filter((doubt) => doubt.state === "open").length;
  return {
    rows: rows.length,
    needs: count((row) => row.needs),
    confirmed: count((row) => row.status === "confirmed"),
    rejected: count((row) => row.status === "rejected"),
    later: count((row) => row.later),
    comments: count((row) => row.comment),
    open,
    decided: doubts.length - open,
  };
}

/**
 * The kinds of doubt that there are, in words, each with the number of its doubts; the most frequent first.
 * @param {Row[]} rows
 * @returns {Map<string, { word: string, count: number }>}
 */
export function kindCounts(rows) {
  /** @type {Map<string, { word: string, count: number }>} */
  const found = new Map();
  for (const { kind, word } of rows.flatMap((row) => row.doubts ?? []))
    found.set(kind, { word, count: (found.get(kind)?.count ?? 0) + 1 });
  return new Map(
    [...found].sort(([, one], [, two]) => two.count - one.count || one.word.localeCompare(two.word)),
  );
}

/**
 * The number of the row that holds the sentence with this id; -1 where none does.
 * @param {Pick<Row, "cells">[]} rows
 * @param {string} id
 */
export const rowNumberOf = (rows, id) =>
  rows.findIndex(({ cells }) => SIDES.some((side) => cells[side].some((sentence) => sentence.id === id)));

/**
 * The number of the next row from `at` that passes a test, around the end; -1 where there is none.
 * @template R
 * @param {R[]} rows
 * @param {number} at
 * @param {1 | -1} step
 * @param {(row: R) => unknown} test
 */
export function findRow(rows, at, step, test) {
  for (let i = 1; i <= rows.length; i += 1) {
    const number = (at + step * i + rows.length * i) % rows.length;
    if (test(rows[number])) return number;
  }
  return -1;
}
