// @ts-check
// The rows that a search finds.

/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */

/**
 * Which of some rows the search finds; none where nothing is searched for.
 * @param {Screen} screen
 * @param {RowView[]} rows
 */
export function hitRows({ find }, rows) {
  const ids = new Set(find.hits.map((hit) => hit.row));
  return new Set(rows.map((row) => row.data).filter((row) => ids.has(row.id)));
}
