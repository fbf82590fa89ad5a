// @ts-check
// Moving the cursor: to a row, to a doubt, to the next row that needs review.

/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
/** @import { Doubt, Side } from "../types/rows.js" */
import { doubtsAre, findRow, openDoubts, SIDES } from "../model/rows.js";
import { showChosenDoubt } from "./highlights.js";
import { badgeOf, openReason } from "./labels.js";

/**
 * `doubt`: the one to choose, else the row's first open one. `keepDoubt`: the one that was chosen, while
 * it is open. `focus`: whether the cell gets the focus.
 * @typedef {{ side?: Side, doubt?: string | null, focus?: boolean, keepDoubt?: boolean }} GoOptions
 */

/**
 * Moves the cursor to a row; a number outside the grid: to its nearest end.
 * @param {Screen} screen
 * @param {number} at
 * @param {GoOptions} [options]
 */
export function go(
  screen,
  at,
  { side = screen.cursor.side, doubt = null, focus = true, keepDoubt = false } = {},
) {
  const { rows } = screen.grid;
  if (!rows.length) return;
  const row = rows[Math.min(Math.max(at, 0), rows.length - 1)];
  if (screen.current && screen.current !== row) leave(screen.current);
  screen.current = row;
  const moved = screen.cursor.row !== row.number || !row.detail;
  const chosen = chooseDoubt(row, keepDoubt && !doubt ? screen.cursor.doubt : doubt, keepDoubt);
  screen.cursor = { row: row.number, side, doubt: chosen?.id ?? null };
  enter(row, side);
  screen.strip.follow();
  if (moved) screen.send({ do: "detail", row: row.data.id });
  if (focus) refocus(screen);
  screen.panel.draw(screen);
  screen.wordPane.follow();
  screen.pageView.follow();
  screen.rememberPlace();
  if (focus) screen.say(describe(row, rows.length));
}

/**
 * @param {RowView} row
 * @param {string | null} id the doubt that is wanted
 * @param {boolean} mustBeOpen
 */
function chooseDoubt({ data }, id, mustBeOpen) {
  const open = openDoubts(data);
  const wanted = (mustBeOpen ? open : (data.doubts ?? [])).find((doubt) => doubt.id === id);
  return wanted ?? open[0];
}

/** @param {RowView} row */
function leave(row) {
  row.element.classList.remove("al-current");
  for (const side of SIDES) row.cells[side].setAttribute("tabindex", "-1");
  if (!row.detail) return;
  row.detail = null;
  row.drawCells();
}

/**
 * @param {RowView} row
 * @param {Side} side
 */
function enter(row, side) {
  row.element.classList.add("al-current");
  for (const one of SIDES) row.cells[one].setAttribute("tabindex", one === side ? "0" : "-1");
}

/**
 * The row in words, for assistive technology and the line below the grid.
 * @param {RowView} row
 * @param {number} count how many rows there are
 */
function describe({ data, number }, count) {
  const open = openDoubts(data).length;
  const doubts = open ? `, ${open} open ${open === 1 ? "doubt" : "doubts"}` : "";
  return `Row ${number + 1} of ${count}, ${badgeOf(data)[1]}${doubts}.`;
}

/**
 * Gives the focus back to the cell at the cursor, unless a dialog is open or a text is being typed or cut.
 * @param {Screen} screen
 */
export function refocus(screen) {
  const { row } = screen;
  screen.mode?.takeFocus?.();
  if (!row || screen.mode || screen.dialog.isOpen) return;
  const cell = row.cells[screen.cursor.side];
  if (document.activeElement !== cell) cell.focus({ preventScroll: true });
  showChosenDoubt(screen);
  reveal(screen);
}

/** Frames in which a row is kept in sight: rows come into sight with a usual height and get their own later. */
const FRAMES = 4;

/**
 * Scrolls the row into sight; of a row taller than the grid the word in doubt.
 * @param {Screen} screen
 * @param {number} [frames]
 */
export function reveal(screen, frames = FRAMES) {
  const { row } = screen;
  row?.element.scrollIntoView({ block: "nearest" });
  row?.element.querySelector(".al-chosen")?.scrollIntoView({ block: "nearest" });
  if (frames > 1) requestAnimationFrame(() => row === screen.row && reveal(screen, frames - 1));
}

/**
 * Goes over `steps` of the rows that are shown; fewer where the grid ends.
 * @param {Screen} screen
 * @param {number} steps negative: upwards
 */
export function step(screen, steps) {
  const { rows } = screen.grid;
  let at = screen.cursor.row;
  for (let left = Math.abs(steps); left > 0; left -= 1) {
    let next = at + Math.sign(steps);
    while (rows[next]?.element.hidden) next += Math.sign(steps);
    if (!rows[next]) break;
    at = next;
  }
  go(screen, at);
}

/**
 * Goes to the next row that needs review; the filters give way where they hide it.
 * @param {Screen} screen
 * @param {1 | -1} [direction]
 */
export function goToNextNeeding(screen, direction = 1) {
  const { rows } = screen.grid;
  const at = findRow(rows, screen.cursor.row, direction, needsLook);
  if (at < 0) {
    goToNextOpen(screen, direction);
    return;
  }
  if (rows[at].element.hidden) {
    screen.toolbar.clearFilters();
    screen.refilter();
  }
  const first = openDoubts(rows[at].data)[0];
  go(screen, at, { side: first?.side ?? screen.cursor.side });
}

/**
 * No row needs review: goes to the next confirmed row with an open doubt, or tells that nothing is left.
 * @param {Screen} screen
 * @param {1 | -1} direction
 */
function goToNextOpen(screen, direction) {
  const { rows } = screen.grid;
  const at = findRow(rows, screen.cursor.row, direction, ({ data }) => openDoubts(data).length > 0);
  if (at >= 0) go(screen, at);
  else go(screen, screen.cursor.row, { keepDoubt: true });
  const open = rows.flatMap(({ data }) => openDoubts(data)).length;
  screen.say(open ? `No row needs review, but ${doubtsAre(open)} unanswered.` : "Nothing left to review.");
}

/**
 * Shows only rows with open doubts and goes to the first.
 * @param {Screen} screen
 */
export function showOpen(screen) {
  screen.toolbar.clearFilters();
  screen.toolbar.statusFilter.value = "open";
  screen.refilter();
  const at = screen.grid.rows.findIndex(({ data }) => openDoubts(data).length > 0);
  if (at >= 0) go(screen, at);
}

/**
 * Whether a row needs review and not all that it needs is under way.
 * @param {RowView} row
 */
function needsLook({ data, pending }) {
  if (!data.needs || pending) return false;
  return openDoubts(data).length > 0 || data.why || !data.doubts?.some((doubt) => doubt.pending);
}

/**
 * After a decision on a doubt: goes to the row's next doubt, else to the next row.
 * @param {Screen} screen
 * @param {string} from the id of the doubt
 */
export function goOn(screen, from) {
  const { row } = screen;
  if (screen.mode?.goOn) return screen.mode.goOn(from);
  if (!row) return;
  const next = nextOpen(row.data.doubts ?? [], from);
  if (next) go(screen, screen.cursor.row, { side: next.side, doubt: next.id });
  else if (openReason(row.data)) go(screen, screen.cursor.row);
  else goToNextNeeding(screen);
}

/**
 * The first open doubt after another, around the end.
 * @param {Doubt[]} doubts
 * @param {string} from
 */
function nextOpen(doubts, from) {
  const at = doubts.findIndex((doubt) => doubt.id === from);
  return openDoubts({ doubts: doubts.slice(at + 1) })[0] ?? openDoubts({ doubts })[0];
}

/**
 * Chooses the next or the previous doubt of the row, around the end.
 * @param {Screen} screen
 * @param {1 | -1} direction
 */
export function goToDoubt(screen, direction) {
  const doubts = screen.row?.data.doubts ?? [];
  if (!doubts.length) return;
  const at = doubts.findIndex((doubt) => doubt.id === screen.cursor.doubt);
  const next = doubts[(at + direction + doubts.length) % doubts.length];
  go(screen, screen.cursor.row, { side: next.side, doubt: next.id });
}
