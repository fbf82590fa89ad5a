// @ts-check
// Keys and clicks: which part of the screen takes them.

/** @import { Screen } from "./screen.js" */
/** @import { Side } from "../types/rows.js" */
import { actionOf } from "../model/bindings.js";
import { keyOf } from "../model/keyboard.js";
import { pressedInSearch } from "./find-keys.js";
import { refocus, reveal } from "./navigation.js";
import { pressedInPage } from "./page-keys.js";
import { wordAtPoint } from "./word-at.js";

/** Actions that are taken wherever the focus is. */
const FILES = ["save", "save-as"];

/** Actions that are taken wherever the focus is, but that a field has of its own. */
const HISTORY = ["undo", "redo"];

/**
 * @param {Screen} screen
 * @param {KeyboardEvent} event
 */
export function pressed(screen, event) {
  event.stopPropagation();
  screen.refreshSoon();
  const key = keyOf(event);
  if (!key) return;
  const target = /** @type {Element} */ (event.target);
  const action = actionOf(key);
  if (action && [...FILES, ...HISTORY].includes(action)) actAnywhere(screen, event, action);
  else if (screen.dialog.isOpen) screen.dialog.pressed(event, key);
  else if (screen.mode) screen.mode.pressed(event, key);
  else if (pressedInPage(screen.pageView, event, key)) return;
  else if (pressedInSearch(screen, event, key)) return;
  else if (target.matches("input, textarea, select")) pressedInField(screen, event, key);
  else if (action && !(target.matches("button") && (key === "Enter" || key === "Space"))) {
    actInGrid(screen, event, action, key);
  }
}

/**
 * Saves, undoes, redoes; a field that is typed in undoes its own typing.
 * @param {Screen} screen
 * @param {KeyboardEvent} event
 * @param {string} action
 */
function actAnywhere(screen, event, action) {
  const typing = /** @type {Element} */ (event.target).matches("input, textarea");
  if (typing && HISTORY.includes(action)) return;
  event.preventDefault();
  screen.act(action);
}

/**
 * @param {Screen} screen
 * @param {KeyboardEvent} event
 * @param {string} action
 * @param {string} key
 */
function actInGrid(screen, event, action, key) {
  event.preventDefault();
  screen.act(action, key);
  if (!screen.main.contains(document.activeElement)) return;
  screen.main.scrollIntoView({ block: "nearest" }); // on a small screen the suggestions come into sight, too
  reveal(screen);
}

/**
 * A key in a field of the toolbar or in the comment field.
 * @param {Screen} screen
 * @param {KeyboardEvent} event
 * @param {string} key
 */
function pressedInField(screen, event, key) {
  const { commentField } = screen.panel;
  if (key === "Escape") refocus(screen);
  else if (key === "Enter" && commentField && event.target === commentField) {
    event.preventDefault();
    screen.panel.sendComment(screen);
    refocus(screen);
  }
}

/**
 * A click on a row: the cursor goes to the cell and the doubt.
 * @param {Screen} screen
 * @param {MouseEvent} event
 */
export function clicked(screen, event) {
  const target = /** @type {Element} */ (event.target);
  const holder = target.closest(".al-row");
  const row = holder && screen.grid.rows.find((one) => one.element === holder);
  if (!row) return;
  if (screen.mode) {
    screen.mode.clicked(event, row);
    return;
  }
  event.preventDefault();
  const side = /** @type {Side | undefined} */ (dataOf(target, "side")) ?? screen.cursor.side;
  const word = wordAtPoint(event.clientX, event.clientY); // before the row is drawn anew
  screen.go(row.number, { side, doubt: dataOf(target, "d") ?? null });
  screen.wordPane.clicked(side, word);
}

/**
 * The value of a `data-` attribute of an element or of the nearest one around it.
 * @param {Element} target
 * @param {string} name
 */
const dataOf = (target, name) => target.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? undefined;
