// @ts-check
// How a page is moved, scaled and turned in the view: what is looked at stays in sight, no room is wasted.

/** @import { Box } from "../types/pages.js" */
/** @import { Placing, Point, Size, Turn } from "./page-geometry.js" */
import { boxInView, pointInView, pointOnPage, turnedSize, within } from "./page-geometry.js";

/** The part of a view that is left free around what is brought into sight. */
const MARGIN = 0.12;

/**
 * A placing without needless empty room: a page that is smaller than the view stands in its middle (at its
 * top, where it is wider), a larger one leaves no edge of the view bare.
 * @param {Placing} placing
 * @param {Size} view
 * @returns {Placing}
 */
export function settled(placing, view) {
  const { width, height } = turnedSize(placing.page, placing.turn);
  const [across, down] = [width * placing.scale, height * placing.scale];
  return {
    ...placing,
    x: across <= view.width ? (view.width - across) / 2 : within(placing.x, view.width - across, 0),
    y: down <= view.height ? (view.height - down) / 2 : within(placing.y, view.height - down, 0),
  };
}

/**
 * The same page at another scale; a point of the view keeps its place on the page, as far as the edges let it.
 * @param {Placing} placing
 * @param {Size} view
 * @param {number} scale
 * @param {Point} at
 */
export function scaled(placing, view, scale, at) {
  const kept = pointOnPage(at, placing);
  return withPointAt({ ...placing, scale }, view, kept, at);
}

/**
 * The same page turned; what was in the middle of the view stays there.
 * @param {Placing} placing
 * @param {Size} view
 * @param {Turn} turn
 * @param {number} scale
 */
export function turnedTo(placing, view, turn, scale) {
  const middle = { x: view.width / 2, y: view.height / 2 };
  return withPointAt({ ...placing, turn, scale }, view, pointOnPage(middle, placing), middle);
}

/**
 * @param {Placing} placing
 * @param {Size} view
 * @param {Point} onPage
 * @param {Point} inView
 */
function withPointAt(placing, view, onPage, inView) {
  const now = pointInView(onPage, placing);
  return movedBy(placing, view, { x: inView.x - now.x, y: inView.y - now.y });
}

/**
 * @param {Placing} placing
 * @param {Size} view
 * @param {Point} by
 */
export const movedBy = (placing, view, by) =>
  settled({ ...placing, x: placing.x + by.x, y: placing.y + by.y }, view);

/**
 * The page moved as little as brings a box into sight with some room around it.
 * @param {Placing} placing
 * @param {Size} view
 * @param {Box} box
 */
export function revealed(placing, view, box) {
  const [left, top, right, bottom] = boxInView(box, placing);
  const x = shiftInto(left, right, view.width);
  const y = shiftInto(top, bottom, view.height);
  return movedBy(placing, view, { x, y });
}

/**
 * How far a stretch has to move to be in sight; one that is too long shows its beginning.
 * @param {number} start
 * @param {number} stop
 * @param {number} length of the view
 */
function shiftInto(start, stop, length) {
  const margin = Math.max(Math.min(length * MARGIN, (length - (stop - start)) / 2), 0);
  if (start < margin || stop - start > length) return margin - start;
  return stop > length - margin ? length - margin - stop : 0;
}
