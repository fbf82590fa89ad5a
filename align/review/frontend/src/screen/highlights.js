// @ts-check
// What is marked in the text without changing it: the chosen doubt, linked words, the search's finds.

/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
import { SIDES } from "../model/rows.js";
import { elementsOfDoubt, elementsOfPiece, removeClass } from "./dom.js";

/** Finds of a search that are marked. */
const MOST_FINDS = 2000;

/**
 * Marks the doubt at the cursor and the words of the other side that translate its text.
 * @param {Screen} screen
 */
export function showChosenDoubt(screen) {
  const { row, cursor } = screen;
  removeClass(screen.grid.body, "al-chosen");
  if (!cursor.doubt || !row) return;
  const frames = row.element.querySelectorAll(`[data-frame="${CSS.escape(cursor.doubt)}"]`);
  const marks = frames.length ? frames : elementsOfDoubt(row.element, cursor.doubt);
  for (const mark of marks) mark.classList.add("al-chosen");
  linkChosenDoubt(screen);
}

/**
 * Marks the words that translate the text of the doubt at the cursor.
 * @param {Screen} screen
 */
export function linkChosenDoubt({ row, cursor }) {
  if (!row) return;
  const marks = cursor.doubt ? [...elementsOfDoubt(row.element, cursor.doubt)] : [];
  showLinked(row, marks.find((mark) => mark.dataset.p)?.dataset.p);
}

/**
 * Marks the words that translate the word under the pointer, in the row in focus.
 * @param {Screen} screen
 * @param {EventTarget | null} target
 */
export function linkHovered(screen, target) {
  const word = target instanceof Element ? target.closest("[data-p]") : null;
  if (word instanceof HTMLElement && screen.row?.element.contains(word))
    showLinked(screen.row, word.dataset.p);
  else linkChosenDoubt(screen);
}

/**
 * @param {RowView} row
 * @param {string | undefined} id the piece
 */
function showLinked(row, id) {
  removeClass(row.element, "al-linked");
  const linked = row.links.filter((link) => id !== undefined && link.includes(id)).flat();
  for (const one of new Set(linked)) {
    for (const word of elementsOfPiece(row.element, one)) word.classList.add("al-linked");
  }
}

/**
 * Marks what a search finds in the rows that are shown.
 * @param {RowView[]} rows
 * @param {RegExp | null | undefined} match
 */
export function highlightFinds(rows, match) {
  if (!globalThis.CSS?.highlights || !globalThis.Highlight) return;
  /** @type {Range[]} */
  const found = [];
  for (const row of match ? rows : []) {
    if (row.element.hidden || found.length > MOST_FINDS) continue;
    for (const side of SIDES) found.push(...rangesIn(row.cells[side], /** @type {RegExp} */ (match)));
  }
  CSS.highlights.set("al-search", new Highlight(...found));
}

/**
 * @param {Node} cell
 * @param {RegExp} match
 * @returns {Range[]}
 */
function rangesIn(cell, match) {
  const found = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = /** @type {Text} */ (node);
    for (const { 0: hit, index } of text.data.matchAll(match)) {
      if (hit) found.push(rangeOf(text, index, index + hit.length));
    }
  }
  return found;
}

/**
 * @param {Text} text
 * @param {number} start
 * @param {number} stop
 */
function rangeOf(text, start, stop) {
  const range = new Range();
  range.setStart(text, start);
  range.setEnd(text, stop);
  return range;
}
