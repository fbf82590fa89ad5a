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
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
export const within = (value, least, most) => Math.min(Math.max(value, least), most);
