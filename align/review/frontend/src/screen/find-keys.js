// @ts-check
// The keys of a search: in its field and bar, and F3 anywhere.

/** @import { Screen } from "./screen.js" */
import { go, refocus } from "./navigation.js";

/**
 * @param {Screen} screen
 * @param {KeyboardEvent} event
 * @param {string} key
 * @returns {boolean} whether the search took it
 */
export function pressedInSearch(screen, event, key) {
  const { find, toolbar } = screen;
  const inField = event.target === toolbar.search;
  const inside = inField || find.bar.element.contains(/** @type {Node} */ (event.target));
  if (key === "F3" ? !find.active : !inside) return false;
  if (key === "F3" || (key === "Enter" && inField)) goToHit(screen, event.shiftKey ? -1 : 1, inside);
  else if (key === "Escape") leave(screen);
  else if (key === "ArrowDown" && inField) moveCursor(screen);
  else return false;
  event.preventDefault();
  return true;
}

/**
 * @param {Screen} screen
 * @param {1 | -1} by
 * @param {boolean} inside whether the focus stays in the search; else the cursor goes along
 */
function goToHit(screen, by, inside) {
  screen.find.step(by);
  if (!inside) moveCursor(screen);
}

/**
 * Ends the search: back to the row that had the cursor.
 * @param {Screen} screen
 */
function leave(screen) {
  screen.find.clear();
  screen.find.showBar(false);
  refocus(screen);
}

/**
 * The cursor goes to the row of the current hit.
 * @param {Screen} screen
 */
function moveCursor(screen) {
  const { hit } = screen.find;
  if (!hit) return;
  const side = hit.where === "comment" ? screen.cursor.side : hit.where;
  go(screen, screen.grid.numberOf(hit.row), { side });
}
