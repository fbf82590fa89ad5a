// @ts-check
// What is marked in the text without changing it: the chosen doubt, linked words.

/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
import { elementsOfDoubt, elementsOfPiece, removeClass } from "./dom.js";

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
