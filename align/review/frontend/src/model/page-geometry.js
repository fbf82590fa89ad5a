// @ts-check
// How a page lies in the view: its scale, its turn, its place; where a box of the page is on the screen.

/**
 * In pixels.
 * @typedef {{ width: number, height: number }} Size
 * @typedef {{ x: number, y: number }} Point
 */

/** Degrees clockwise. @typedef {0 | 90 | 180 | 270} Turn */

/** @import { Box } from "../types/pages.js" */

/**
 * `scale`: pixels of the screen for one of the page; `x`, `y`: where in the view the upper left corner of
 * the turned page stands.
 * @typedef {{ page: Size, turn: Turn, scale: number, x: number, y: number }} Placing
 */

/** The numbers of CSS's `matrix()`. @typedef {[a: number, b: number, c: number, d: number, e: number, f: number]} Matrix */

/** The part of a view that is left free around what is brought into sight. */
const MARGIN = 0.12;

/**
 * The size of a page after a turn.
 * @param {Size} size
 * @param {Turn} turn
 * @returns {Size}
 */
export const turnedSize = ({ width, height }, turn) =>
  turn % 180 ? { width: height, height: width } : { width, height };

/**
 * The scale at which a turned page is as wide as the view, or is in it as a whole.
 * @param {Size} page
 * @param {Turn} turn
 * @param {Size} view
 * @param {"width" | "page"} fit
 */
export function fittingScale(page, turn, view, fit) {
  const turned = turnedSize(page, turn);
  const wide = view.width / turned.width;
  return fit === "width" ? wide : Math.min(wide, view.height / turned.height);
}

/**
 * From pixels of the upright page to those of the view.
 * @param {Placing} placing
 * @returns {Matrix}
 */
export function matrixOf({ page, turn, scale, x, y }) {
  const [across, down] = [scale * page.width, scale * page.height];
  switch (turn) {
    case 0:
      return [scale, 0, 0, scale, x, y];
    case 90:
      return [0, scale, -scale, 0, x + down, y];
    case 180:
      return [-scale, 0, 0, -scale, x + across, y + down];
    case 270:
      return [0, -scale, scale, 0, x, y + across];
  }
}

/**
 * A point of the page in the view.
 * @param {Point} point
 * @param {Placing} placing
 * @returns {Point}
 */
export function pointInView(point, placing) {
  const [a, b, c, d, e, f] = matrixOf(placing);
  return { x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f };
}

/**
 * A point of the view on the page.
 * @param {Point} point
 * @param {Placing} placing
 * @returns {Point}
 */
export function pointOnPage(point, placing) {
  const [a, b, c, d, e, f] = matrixOf(placing);
  const [x, y] = [point.x - e, point.y - f];
  const determinant = a * d - b * c;
  return { x: (d * x - c * y) / determinant, y: (a * y - b * x) / determinant };
}

/**
 * A box of the page in the view.
 * @param {Box} box
 * @param {Placing} placing
 * @returns {Box}
 */
export function boxInView([left, top, right, bottom], placing) {
  return boxBetween(pointInView({ x: left, y: top }, placing), pointInView({ x: right, y: bottom }, placing));
}

/**
 * The part of the page that is in sight; null where none is.
 * @param {Placing} placing
 * @param {Size} view
 * @returns {Box | null}
 */
export function partInSight(placing, { width, height }) {
  const [left, top, right, bottom] = boxBetween(
    pointOnPage({ x: 0, y: 0 }, placing),
    pointOnPage({ x: width, y: height }, placing),
  );
  const { page } = placing;
  /** @type {Box} */
  const box = [
    Math.max(Math.floor(left), 0),
    Math.max(Math.floor(top), 0),
    Math.min(Math.ceil(right), page.width),
    Math.min(Math.ceil(bottom), page.height),
  ];
  return box[0] < box[2] && box[1] < box[3] ? box : null;
}

/**
 * The box whose opposite corners two points are.
 * @param {Point} one
 * @param {Point} two
 * @returns {Box}
 */
const boxBetween = (one, two) => [
  Math.min(one.x, two.x),
  Math.min(one.y, two.y),
  Math.max(one.x, two.x),
  Math.max(one.y, two.y),
];

/**
 * The smallest box around some; null where there is none.
 * @param {Box[]} boxes
 * @returns {Box | null}
 */
export function boxAround(boxes) {
  const [first, ...others] = boxes;
  if (!first) return null;
  return others.reduce(
    ([left, top, right, bottom], box) => [
      Math.min(left, box[0]),
      Math.min(top, box[1]),
      Math.max(right, box[2]),
      Math.max(bottom, box[3]),
    ],
    first,
  );
}

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
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
export const within = (value, least, most) => Math.min(Math.max(value, least), most);

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
