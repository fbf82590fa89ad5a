// @ts-check
// The rows that a search finds.

/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
import { passes } from "../model/filters.js";

/**
 * Which of some rows the search finds; none where nothing is searched for.
 * @param {Screen} screen
 * @param {RowView[]} rows
 */
export function hitRows({ filter: { match } }, rows) {
  return new Set(match ? rows.map((row) => row.data).filter((row) => passes(row, { match })) : []);
}
