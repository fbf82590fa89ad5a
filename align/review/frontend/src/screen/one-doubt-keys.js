// @ts-check
// What keys and clicks do in the view "one doubt at a time".

/** @import { OneDoubt } from "./one-doubt.js" */
/** @import { TextPlace } from "../model/row-places.js" */
import { isOpen } from "../model/open-doubts.js";

/** Actions that do in the view what they do at the cursor of the table. */
export const AS_IN_TABLE = [
  "accept",
  "pick",
  "reject",
  "right",
  "accept-all",
  "reject-all",
  "errors",
  "strip",
  "strip-larger",
  "strip-smaller",
  "page",
  "page-focus",
];

export const KEYS_HERE =
  "Here: a, x, e, n, 1–9, v, Ctrl+Z, ↓ ↑. Esc goes back to the table, where the other keys work.";

const FINISH = "First finish what is open in the text (Enter or Esc).";

/**
 * A click on a word of the page: to the doubt about it, where there is an open one.
 * @param {OneDoubt} mode
 * @param {TextPlace} place
 */
export function goToDoubtOf(mode, { row, doubt }) {
  const { screen } = mode;
  if (mode.typed) return screen.say(FINISH, true);
  const at = screen.grid.numberOf(row);
  const found = screen.grid.data[at]?.doubts?.find(({ id }) => id === doubt) ?? null;
  if (found && isOpen(found)) return mode.show(at, found);
  return screen.say(`Row ${at + 1}: no doubt about this word is open.`, true);
}
