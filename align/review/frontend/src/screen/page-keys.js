// @ts-check
// The keys of the page view.

/** @import { PageView } from "./page-view.js" */
/** @import { Point } from "../model/page-geometry.js" */

/** Pixels by which an arrow key moves the page. */
const ARROW = 60;

/** @type {Record<string, Point>} */
const ARROWS = {
  ArrowUp: { x: 0, y: ARROW },
  ArrowDown: { x: 0, y: -ARROW },
  ArrowLeft: { x: ARROW, y: 0 },
  ArrowRight: { x: -ARROW, y: 0 },
};

/** Keys that zoom, while the pane is open. @type {Record<string, 1 | -1>} */
const ZOOMS = { "+": 1, "=": 1, "-": -1 };

/** Keys of the text that are taken while the page covers it. */
const PASSED_ON = ["n", "N", "j", "k", "[", "]", "v", "V", "?", "F1", "Enter", "Space", "Tab"];

/**
 * A key while the pane is open.
 * @param {PageView} view
 * @param {KeyboardEvent} event
 * @param {string} key
 * @returns {boolean} whether it was one of the pane's
 */
export function pressedInPage(view, event, key) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (!view.isOpen) return false;
  const inside = view.element.contains(target);
  if (target.matches("input, textarea, select") && !(inside && key === "Escape")) return inside;
  // in the pane a sign counts wherever the layout has it
  const act = (inside && actInside(view, target, key)) || zoomOf(view, inside ? event.key : key);
  if (!act) return inside && view.covers && !PASSED_ON.includes(key);
  event.preventDefault();
  act();
  return true;
}

/**
 * @param {PageView} view
 * @param {string} key
 */
const zoomOf = (view, key) => (Object.hasOwn(ZOOMS, key) ? () => view.hand.zoom(ZOOMS[key]) : null);

/**
 * @param {PageView} view
 * @param {HTMLElement} target
 * @param {string} key
 * @returns {(() => void) | null}
 */
function actInside(view, target, key) {
  if (key === "Escape") return () => view.shut();
  if (key === "PageUp") return () => view.step(-1);
  if (key === "PageDown") return () => view.step(1);
  if (key === "0") return () => view.set({ zoom: view.settings.zoom === 1 ? "page" : 1 });
  const onPage = target === view.sheet.element;
  return onPage && Object.hasOwn(ARROWS, key) ? () => view.sheet.moveBy(ARROWS[key]) : null;
}
