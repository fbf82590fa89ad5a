// @ts-check
// The word at a place: under the pointer, at a caret.

import { WORD } from "../model/words.js";

/**
 * The first word of a text; undefined where there is none.
 * @param {string} text
 * @returns {string | undefined}
 */
export const firstWord = (text) => text.match(WORD)?.[0];

/**
 * The word of a text that a place touches.
 * @param {string} text
 * @param {number} at
 */
export function wordAt(text, at) {
  const found = [...text.matchAll(WORD)].find(
    ({ 0: word, index }) => index <= at && at <= index + word.length,
  );
  return found && { word: found[0], start: found.index };
}

/**
 * The word that is drawn at a point of the window.
 * @param {number} x
 * @param {number} y
 * @returns {string | undefined}
 */
export function wordAtPoint(x, y) {
  const caret = caretAt(x, y);
  if (!caret) return undefined;
  const { node, offset } = caret;
  const found = wordAt(node.data, offset);
  if (!found) return undefined;
  const range = new Range();
  range.setStart(node, found.start);
  range.setEnd(node, found.start + found.word.length);
  const inside = [...range.getClientRects()].some(
    (box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom,
  );
  return inside ? found.word : undefined;
}

/**
 * The text and the offset in it that are nearest to a point. Some browsers know only the older function.
 * @param {number} x
 * @param {number} y
 * @returns {{ node: Text, offset: number } | null}
 */
export function caretAt(x, y) {
  const position = document.caretPositionFromPoint?.(x, y);
  const range = position ? null : document.caretRangeFromPoint?.(x, y);
  const node = position?.offsetNode ?? range?.startContainer;
  return node instanceof Text ? { node, offset: position?.offset ?? range?.startOffset ?? 0 } : null;
}
