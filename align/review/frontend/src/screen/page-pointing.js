// @ts-check
// From a word of the page to the text, and from a word of the text to the page.

import { pieceAt, textAt } from "../model/row-places.js";
/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
/** @import { TextPlace } from "../model/row-places.js" */
/** @import { PageStore } from "./page-store.js" */
/** @import { Side } from "../types/rows.js" */
import { SIDES } from "../model/rows.js";
import { liveRange, offsetIn, rangesOf } from "./text-ranges.js";
import { caretAt } from "./word-at.js";

/** The highlight of the styles. */
const MARK = "al-page-text";

/**
 * The place in the text of a word of a page; undefined: it is asked for; null: no row holds it.
 * @param {Screen} screen
 * @param {PageStore} store
 * @param {Side} side
 * @param {number} page
 * @param {number} word
 * @returns {TextPlace | null | undefined}
 */
export function textOfWord({ grid }, store, side, page, word) {
  for (const places of store.rows.values.values()) {
    const found = textAt(places, side, page, word);
    if (found && grid.rowById(found.row)) return found;
  }
  if (store.leftOut.get(`${side} ${page} ${word}`) !== undefined) return null;
  store.askRowOf(side, page, word);
  return undefined;
}

/**
 * The piece of a row's text under a point of the window; null where there is none, or its row is asked about.
 * @param {Screen} screen
 * @param {PageStore} store
 * @param {Point} point
 */
export function pieceUnder(screen, store, point) {
  const { x, y } = point;
  const caret = caretAt(x, y);
  const cell = caret?.node.parentElement?.closest(".al-cell");
  const row = screen.grid.rowById(cell?.closest(".al-row")?.getAttribute("data-id") ?? "");
  if (!caret || !(cell instanceof HTMLElement) || !row) return null;
  const side = SIDES.find((one) => row.cells[one] === cell);
  const places = side && store.placesOf(row.data.id);
  const offset = offsetIn(cell, caret.node, caret.offset);
  const piece = places && offset >= 0 ? pieceAt(places, side, offset) : null;
  return piece && side ? { row: row.data.id, side, piece } : null;
}

/** @typedef {{ x: number, y: number }} Point */

/**
 * Marks a stretch of the text without changing it.
 * @param {Screen} screen
 * @param {TextPlace | null} place null: nothing is marked
 */
export function markText({ grid }, place) {
  if (!globalThis.CSS?.highlights || !globalThis.Highlight) return;
  const row = place && grid.rowById(place.row);
  const range = row && place ? rangesOf(row.cells[place.where], [place])[0] : null;
  CSS.highlights.set(MARK, new Highlight(...(range ? [range] : [])));
}

/**
 * Scrolls the grid to a stretch of the text, unless it is in sight.
 * @param {Screen} screen
 * @param {TextPlace} place
 */
export function revealText({ grid }, place) {
  const row = grid.rowById(place.row);
  const range = row && rangesOf(row.cells[place.where], [place])[0];
  if (!row || row.element.hidden) return;
  row.element.scrollIntoView({ block: "nearest" });
  const box = (range ? liveRange(range) : row.element).getBoundingClientRect();
  const pane = grid.element.getBoundingClientRect();
  if (box.bottom > pane.bottom) grid.element.scrollTop += box.bottom - pane.bottom;
}

/**
 * Moves the cursor to a stretch of the text; the filters give way where they hide its row.
 * @param {Screen} screen
 * @param {TextPlace} place
 */
export function goToText(screen, { row, where, doubt }) {
  /** @type {RowView | undefined} */
  const view = screen.grid.rowById(row);
  if (!view) return;
  if (view.element.hidden) {
    screen.toolbar.clearFilters();
    screen.refilter();
  }
  screen.go(view.number, { side: where, doubt });
}
