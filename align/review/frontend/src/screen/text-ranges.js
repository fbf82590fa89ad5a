// @ts-check
// Where the text of a cell stands in its elements.

/** @import { Range as Place } from "../model/hits.js" */

/**
 * A text node and the range of the cell's text that it draws.
 * @typedef {{ node: Text, start: number, stop: number, whole: boolean }} Drawn
 */

/** Elements that draw something in the place of text: they count as that text, whole or not at all. */
const STANDS_FOR = ".al-control, .al-gone, .al-hidden, .al-empty, .al-more";

/**
 * The text nodes of a cell.
 * @param {HTMLElement} cell
 * @returns {Drawn[]}
 */
function drawnText(cell) {
  /** @type {Drawn[]} */
  const drawn = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let start = 0;
  for (let next = walker.nextNode(); next; next = walker.nextNode()) {
    const node = /** @type {Text} */ (next);
    const special = node.parentElement?.closest(STANDS_FOR);
    const stop = start + (special instanceof HTMLElement ? lengthFor(special) : node.data.length);
    if (node.data) drawn.push({ node, start, stop, whole: Boolean(special) });
    start = stop;
  }
  return drawn;
}

/**
 * How much text an element stands for.
 * @param {HTMLElement} element
 */
function lengthFor(element) {
  if (element.matches(".al-control")) return 1;
  return Number(element.dataset.more ?? 0);
}

/**
 * The ranges that show places of a cell's text; a place that is not drawn has none.
 * @param {HTMLElement} cell
 * @param {Place[]} places
 * @returns {(StaticRange | null)[]} a live range would make every change of the text slower
 */
export function rangesOf(cell, places) {
  const drawn = drawnText(cell);
  return places.map((place) => rangeOf(drawn, place));
}

/**
 * The offset in a cell's text of a place in one of its text nodes; -1 where the cell does not draw it.
 * @param {HTMLElement} cell
 * @param {Text} node
 * @param {number} offset
 */
export function offsetIn(cell, node, offset) {
  const found = drawnText(cell).find((drawn) => drawn.node === node);
  if (!found) return -1;
  return found.whole ? found.start : found.start + offset;
}

/**
 * @param {Drawn[]} drawn
 * @param {Place} place empty where the text was deleted
 */
function rangeOf(drawn, { start, stop }) {
  const empty = start === stop;
  const inside = drawn.filter((one) =>
    empty ? one.start === start && one.stop === start : one.start < stop && one.stop > start,
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return null;
  const length = last.node.data.length;
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.whole ? 0 : Math.max(start - first.start, 0),
    endContainer: last.node,
    endOffset: last.whole ? length : Math.min(stop - last.start, length),
  });
}

/**
 * The same range as one that has a place on the screen.
 * @param {StaticRange} range
 */
export function liveRange({ startContainer, startOffset, endContainer, endOffset }) {
  const live = new Range();
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
  return live;
}
