// @ts-check
// Which rows of the table are in sight.

/** @import { Grid } from "./grid.js" */
/** @import { RowView } from "./row-view.js" */

/**
 * The numbers of the first and the last of the shown rows that are in sight. Only groups in sight are looked
 * into: to ask for the place of another row would lay out its whole group.
 * @param {Grid} grid
 * @param {RowView[]} shown
 * @returns {[first: number, last: number]}
 */
export function rowsInSight({ element, body }, shown) {
  const { top, bottom } = element.getBoundingClientRect();
  const inSight = childrenBetween(body, top, bottom).flatMap((group) => childrenBetween(group, top, bottom));
  /** @type {Map<Element, number>} */
  const numbers = new Map(shown.map((row, number) => [row.element, number]));
  const [first, last] = [inSight[0], inSight[inSight.length - 1]].map(
    (row) => (row && numbers.get(row)) ?? 0,
  );
  return [first, Math.max(first, last)];
}

/**
 * @param {Element} parent
 * @param {number} top
 * @param {number} bottom
 */
const childrenBetween = (parent, top, bottom) =>
  [...parent.children].filter((child) => {
    const box = child.getBoundingClientRect();
    return box.height > 0 && box.top < bottom && box.bottom > top;
  });
