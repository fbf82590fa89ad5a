// @ts-check
// Which rows are shown: by status, by kind of doubt, by what a search found.

/** @import { Row } from "../types/rows.js" */

/**
 * `only`: the ids of the rows that a search found, where only they are to be shown.
 * @typedef {{ status?: string, kind?: string, only?: Set<string> | null }} Filter
 */

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
 * Whether a row passes a filter.
 * @param {Row} row
 * @param {Filter} filter
 */
export function passes(row, { status = "all", kind = "", only = null }) {
  if (!STATUSES.find(([value]) => value === status)?.[2](row)) return false;
  if (kind && !row.doubts?.some((doubt) => doubt.kind === kind)) return false;
  return !only || only.has(row.id);
}
