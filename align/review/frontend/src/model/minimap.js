// @ts-check
// The rows as marks in a narrow strip: where doubts are open, pairs doubtful, rows confirmed, finds of a search.

/** @import { Row } from "../types/rows.js" */

/** @typedef {"confirmed" | "open" | "doubtful" | "found"} Mark */

/** @type {[mark: Mark, test: (row: Row) => unknown][]} */
const TESTS = [
  ["confirmed", (row) => row.status === "confirmed"],
  ["open", (row) => row.doubts?.some((doubt) => doubt.state === "open")],
  ["doubtful", (row) => row.status === "auto" && row.why],
];

/** @type {readonly Mark[]} */
export const MARKS = ["confirmed", "open", "doubtful", "found"];

/**
 * The lines of the strip that bear each mark, ascending, each with the share (0–1) of its rows that have it:
 * where there are more rows than lines, a line stands for several rows.
 * @param {Row[]} rows
 * @param {(row: Row) => boolean} isFound whether a search finds the row
 * @param {number} lines
 * @returns {Record<Mark, [line: number, share: number][]>}
 */
export function linesOf(rows, isFound, lines) {
  /** @type {Record<Mark, [line: number, share: number][]>} */
  const found = { confirmed: [], open: [], doubtful: [], found: [] };
  const share = Math.min(lines / rows.length, 1);
  /** @param {Mark} mark @param {number} line */
  const add = (mark, line) => {
    const last = found[mark].at(-1);
    if (last?.[0] === line) last[1] = Math.min(last[1] + share, 1);
    else found[mark].push([line, share]);
  };
  rows.forEach((row, number) => {
    const line = lineOf(number, rows.length, lines);
    for (const [mark, test] of TESTS) if (test(row)) add(mark, line);
    if (isFound(row)) add("found", line);
  });
  return found;
}

/**
 * @param {number} row
 * @param {number} rows how many there are
 * @param {number} lines
 */
const lineOf = (row, rows, lines) => (rows > lines ? Math.floor((row * lines) / rows) : row);

/**
 * The number of the row at a height of the strip: of those that share a line the first that needs review.
 * @param {Row[]} rows
 * @param {number} height a fraction, 0–1
 * @param {number} lines
 */
export function rowAtHeight(rows, height, lines) {
  const most = Math.min(rows.length, lines);
  const line = Math.min(Math.max(Math.floor(height * most), 0), most - 1);
  const first = rows.length > lines ? Math.ceil((line * rows.length) / lines) : line;
  for (let at = first; at < rows.length && lineOf(at, rows.length, lines) === line; at += 1)
    if (rows[at].needs) return at;
  return first;
}
