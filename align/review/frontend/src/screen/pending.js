// @ts-check
// Doubts and rows about which a decision was sent whose answer has not come.

/** @import { Screen } from "./screen.js" */
/** @import { Doubt } from "../types/rows.js" */
import { elementsOfDoubt } from "./dom.js";

/**
 * Shows doubts as under way until the answer to a message comes; where it is refused, as open again.
 * @param {Screen} screen
 * @param {Doubt[]} doubts
 * @param {number} n the number of the message
 */
export function markPending(screen, doubts, n) {
  if (!doubts.length) return;
  for (const doubt of doubts) doubt.pending = true;
  for (const { element, data } of rowsWith(screen, doubts)) {
    for (const { id } of data.doubts?.filter((doubt) => doubt.pending) ?? [])
      for (const mark of elementsOfDoubt(element, id)) mark.classList.add("al-pending");
  }
  screen.refusals.set(n, () => reopen(screen, doubts));
}

/**
 * What was sent and not answered counts as open again.
 * @param {Screen} screen
 */
export function forgetPending(screen) {
  screen.refusals.clear();
  for (const row of screen.grid.rows) row.pending = false;
  reopen(
    screen,
    screen.grid.data.flatMap((row) => row.doubts ?? []).filter((doubt) => doubt.pending),
  );
}

/**
 * @param {Screen} screen
 * @param {Doubt[]} doubts
 */
function reopen(screen, doubts) {
  for (const doubt of doubts) delete doubt.pending;
  for (const row of screen.mode?.holdsCells ? [] : rowsWith(screen, doubts)) row.drawCells();
  screen.panel.draw(screen);
}

/**
 * The rows that hold some of these doubts; a search in the whole page would hold up a key in a long review.
 * @param {Screen} screen
 * @param {Doubt[]} doubts
 */
function rowsWith({ grid }, doubts) {
  const ids = new Set(doubts.map((doubt) => doubt.id));
  return grid.rows.filter(({ data }) => data.doubts?.some((doubt) => ids.has(doubt.id)));
}
