// @ts-check
// What changed after a decision: rows in the place of others, rows drawn anew, and where the cursor goes.

/** @import { Screen } from "./screen.js" */
/** @import { Patch } from "../types/messages.js" */
import { inWords } from "../model/decision-words.js";
import { sayReplaced } from "./replace-dialog.js";
import { showChanged, showStatus } from "./status.js";

/** Decisions after which the cursor goes to the rows that changed. */
const JUMPS = ["merge", "split", "up", "down", "gap", "pair", "realign", "bring-back"];

/**
 * @param {Screen} screen
 * @param {Patch} patch
 */
export function receivePatch(screen, patch) {
  screen.refusals.delete(patch.n ?? 0);
  if (changesRows(patch)) showRows(screen, patch);
  else showStatus(screen, patch);
  if (patch.about) showBroughtBack(screen, patch);
  if (patch.trouble) screen.say(patch.trouble, true);
  else if (patch.did === "replace") sayReplaced(screen);
}

/**
 * @param {Screen} screen
 * @param {Patch} patch
 */
function showRows(screen, patch) {
  const id = screen.row?.data.id;
  const focused = isFocused(screen);
  changeRows(screen, patch);
  screen.pageView.store.forget([...patch.rows, ...patch.updates].map((row) => row.id));
  showChanged(screen, patch);
  moveCursor(screen, patch, id, focused);
  screen.mode?.afterPatch?.();
  if (patch.did) screen.dialog.onPatch?.();
}

/**
 * Goes to where a decision was undone or done again, and tells which one it was.
 * @param {Screen} screen
 * @param {Patch} patch
 */
function showBroughtBack(screen, { did, about, go }) {
  const at = screen.grid.numberOf(go?.row);
  const row = screen.grid.rows[at];
  if (row?.element.hidden) {
    screen.toolbar.clearFilters();
    screen.refilter();
  }
  const doubt = row?.data.doubts?.find((one) => one.id === go?.doubt);
  if (row && !screen.mode) screen.go(at, doubt ? { side: doubt.side, doubt: doubt.id } : {});
  if (about) screen.say(`${did === "redo" ? "Done again" : "Undone"}: ${inWords(about)}.`);
}

/** @param {Patch} patch */
const changesRows = ({ gone, rows, updates, said = [] }) =>
  gone + rows.length + updates.length + said.length > 0;

/**
 * Whether the focus is in the rows or their panel, not in the toolbar and not in the comment.
 * @param {Screen} screen
 */
function isFocused({ root, toolbar, panel }) {
  const active = document.activeElement;
  return root.contains(active) && !toolbar.element.contains(active) && active !== panel.commentField;
}

/**
 * @param {Screen} screen
 * @param {Patch} patch
 */
function changeRows({ grid, pictures }, patch) {
  if (patch.gone || patch.rows.length) {
    grid.splice(patch);
    pictures.forgetRows();
  }
  for (const row of patch.updates) grid.replace(row);
  for (const change of patch.said ?? []) grid.changeStatus(change);
}

/**
 * To the rows that changed where the decision was about pairing, else the cursor stays on its row.
 * @param {Screen} screen
 * @param {Patch} patch
 * @param {string | undefined} id the row at the cursor before
 * @param {boolean} focused whether the focus was in the rows
 */
function moveCursor(screen, patch, id, focused) {
  const { did, rows, updates } = patch;
  const at = numberAfterPatch(screen, patch, id);
  const jumps = did !== undefined && JUMPS.includes(did);
  if (jumps && rows.length) screen.go(did === "up" ? Math.max(at, patch.at) : patch.at);
  else if (jumps && updates.length) screen.go(screen.grid.numberOf(updates[0].id));
  else {
    const focus = focused && (did !== undefined || updates.some((row) => row.id === id));
    screen.go(at, { keepDoubt: true, focus });
  }
}

/**
 * The number of the row that had the cursor; where it is gone, of the row in its place.
 * @param {Screen} screen
 * @param {Patch} patch
 * @param {string | undefined} id
 */
function numberAfterPatch({ grid, cursor }, patch, id) {
  const at = grid.numberOf(id);
  if (at >= 0) return at;
  return Math.min(patch.rows.length ? patch.at : cursor.row, grid.rows.length - 1);
}
