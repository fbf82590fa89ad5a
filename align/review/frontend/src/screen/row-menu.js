// @ts-check
// The buttons of the row in focus: confirm it, and a menu with the rest.

/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
import { rowRefusal } from "../model/offers.js";
import { shortcutOf } from "../model/shortcuts.js";
import { el } from "./dom.js";
import { menuButton } from "./menu.js";

/** @type {[action: string, text: string][]} */
const ACTIONS = [
  ["reject-pair", "Not a pair"],
  ["later", "Come back later"],
  ["merge", "Merge with the next row"],
  ["split", "Split …"],
  ["up", "First sentence up"],
  ["down", "Last sentence down"],
  ["gap", "Part the two cells"],
  ["mark", "Pair this cell with another …"],
  ["realign", "Align again what is not confirmed"],
  ["confirm-above", "Confirm all from the top to here"],
  ["why", "Why? The numbers"],
];

/**
 * Where a row stands, and what can answer.
 * @param {Screen} screen
 * @param {RowView} row
 */
export const placeOf = ({ grid, cursor, local }, { number }) => ({
  number,
  count: grid.rows.length,
  side: cursor.side,
  local: local !== null,
});

/**
 * @param {Screen} screen
 * @param {RowView} row
 */
export function rowButtons(screen, row) {
  const { id, status } = row.data;
  const open = status === "auto";
  const reopen = () => screen.decide({ do: "reopen", row: id });
  const items = ACTIONS.filter(([action]) => isOffered(screen, row, action)).map(([action, text]) => ({
    text: action === "later" && row.data.later ? "No longer for later" : text,
    key: shortcutOf(action),
    act: () => screen.act(action),
  }));
  return el(
    "div",
    "al-buttons al-rowbuttons",
    { role: "group", "aria-label": "This row" },
    el(
      "button",
      "al-button al-confirm",
      { type: "button", "data-act": "confirm", onclick: () => screen.act("confirm") },
      el("kbd", "", {}, shortcutOf("confirm")),
      status === "confirmed" ? "✓ Confirmed: next row" : "✓ Confirm this row",
    ),
    menuButton("Row", open ? items : [{ text: "Open this row again", act: reopen }, ...items], "row"),
  );
}

/**
 * @param {Screen} screen
 * @param {RowView} row
 * @param {string} action
 */
function isOffered(screen, row, action) {
  if (action === "reject-pair" && row.data.status !== "auto") return false;
  return rowRefusal(action, row.data, placeOf(screen, row)) === null;
}
