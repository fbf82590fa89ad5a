// @ts-check
// Rows in groups that the browser lays out together: it leaves out groups, not rows, that are out of sight.

import { el } from "./dom.js";

/** Rows of one group. */
export const GROUP_SIZE = 25;

/** The height of a usual row in pixels. */
const ROW_HEIGHT = 74;

/** @param {Element[]} rows */
export function makeGroup(rows) {
  const group = el("div", "al-group", { role: "rowgroup" }, ...rows);
  resizeGroup(group);
  return group;
}

/**
 * Sets the height that a group out of sight is taken to have: the one it had, unless some rows are hidden.
 * @param {HTMLElement} group
 */
export function resizeGroup(group) {
  const rows = /** @type {HTMLElement[]} */ ([...group.children]);
  const shown = rows.filter((row) => !row.hidden).length;
  group.hidden = shown === 0;
  group.style.containIntrinsicHeight = `${shown === rows.length ? "auto " : ""}${shown * ROW_HEIGHT}px`;
}

/**
 * Cuts a group that has grown to more than twice the usual size.
 * @param {HTMLElement} group
 * @returns {HTMLElement[]} the groups made of its last rows
 */
export function cutGroup(group) {
  /** @type {HTMLElement[]} */
  const made = [];
  while (group.childElementCount > 2 * GROUP_SIZE) {
    const last = makeGroup([...group.children].slice(-GROUP_SIZE));
    group.after(last);
    made.push(last);
  }
  return made;
}
