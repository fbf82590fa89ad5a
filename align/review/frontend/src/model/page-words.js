// @ts-check
// The words of a page: which one is under a point, and the frames around some of them.

/** @import { Point } from "./page-geometry.js" */
/** @import { Box } from "../types/pages.js" */
import { boxAround } from "./page-geometry.js";

/**
 * `boxes`, `lines` and `texts` of the words in the order of the text; a word without a box has none (null).
 * @typedef {{ boxes: (Box | null)[], lines: number[], texts: string[] }} PageWords
 */

/** Pixels of the page around a word that count as the word. */
const NEAR = 6;

/**
 * The number of the word under a point; the nearest one, where several are near; -1 where none is.
 * @param {PageWords} words
 * @param {Point} point
 */
export function wordUnder({ boxes }, { x, y }) {
  let [found, least, size] = [-1, NEAR, Number.POSITIVE_INFINITY];
  for (const [number, box] of boxes.entries()) {
    if (!box) continue;
    const [left, top, right, bottom] = box;
    const away = Math.max(left - x, x - right, top - y, y - bottom, 0);
    const area = (right - left) * (bottom - top);
    if (away < least || (away === least && area < size)) [found, least, size] = [number, away, area];
  }
  return found;
}

/**
 * A frame for each run of words that follow each other on a line.
 * @param {PageWords} words
 * @param {Iterable<number>} numbers
 * @returns {Box[]}
 */
export function framesOf({ boxes, lines }, numbers) {
  /** @type {number[][]} */
  const runs = [];
  for (const number of [...new Set(numbers)].sort((one, two) => one - two)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last === number - 1 && lines[last] === lines[number]) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => boxAround(boxesOf(run, boxes))).filter((box) => box !== null);
}

/**
 * @param {number[]} numbers
 * @param {(Box | null)[]} boxes
 * @returns {Box[]}
 */
const boxesOf = (numbers, boxes) => numbers.map((number) => boxes[number]).filter((box) => box !== null);
