// @ts-check
// Which rows are shown: by status, by kind of doubt, by words or a regular expression.

/** @import { Row } from "../types/rows.js" */
import { SIDES, textOf } from "./rows.js";

/** @typedef {{ status?: string, kind?: string, match?: RegExp | null }} Filter */

/**
 * The statuses to choose from: value, label, test.
 * @type {[value: string, label: string, test: (row: Row) => unknown][]}
 */
export const STATUSES = [
  ["all", "All rows", () => true],
  ["needs", "Needs review", (row) => row.needs],
  ["open", "Open doubts", (row) => row.doubts?.some((doubt) => doubt.state === "open")],
  ["doubtful", "Doubtful pairs", (row) => row.why],
  ["auto", "No doubts", (row) => row.status === "auto" && !row.needs],
  ["confirmed", "Confirmed", (row) => row.status === "confirmed"],
  ["rejected", "Not a pair", (row) => row.status === "rejected"],
  ["later", "For later", (row) => row.later],
  ["comments", "Commented", (row) => row.comment],
];

/**
 * The expression that finds a query; null where the query is empty. Case is folded.
 * @param {string} query
 * @param {boolean} regex whether the query is a regular expression, else words as they stand
 * @throws {SyntaxError} where the query is no regular expression
 */
export function matcher(query, regex) {
  if (!query) return null;
  return new RegExp(regex ? query : query.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu");
}

/**
 * Whether a row passes a filter.
 * @param {Row} row
 * @param {Filter} filter
 */
export function passes(row, { status = "all", kind = "", match = null }) {
  if (!STATUSES.find(([value]) => value === status)?.[2](row)) return false;
  if (kind && !row.doubts?.some((doubt) => doubt.kind === kind)) return false;
  if (!match) return true;
  return [...SIDES.map((side) => textOf(row, side)), row.comment ?? ""].some(
    (text) => text.search(match) >= 0,
  );
}
