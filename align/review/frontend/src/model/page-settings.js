// @ts-check
// How the reviewer likes to see a page: zoom, turn, brightness, contrast, the width of the pane.

/** @import { Size, Turn } from "./page-geometry.js" */
import { fittingScale, within } from "./page-geometry.js";

/**
 * `zoom`: "page" shows the whole page; 1 makes it as wide as the pane. `brightness`, `contrast`: per cent.
 * `share`: the pane's part of the width.
 * @typedef {{
 *   zoom: number | "page",
 *   turn: Turn,
 *   brightness: number,
 *   contrast: number,
 *   invert: boolean,
 *   share: number,
 * }} PageSettings
 */

/** @type {PageSettings} */
export const USUAL = { zoom: 1, turn: 0, brightness: 100, contrast: 100, invert: false, share: 0.5 };

/** The least and the most of each setting. @type {Record<"zoom" | "brightness" | "contrast" | "share", [number, number]>} */
export const LIMITS = { zoom: [0.1, 12], brightness: [30, 200], contrast: [30, 300], share: [0.25, 0.75] };

/** How much one press of a key or a button zooms. */
export const ZOOM_STEP = 1.25;

/**
 * Settings as they were kept; what is missing or makes no sense is as usual.
 * @param {Partial<PageSettings> | undefined} kept
 * @returns {PageSettings}
 */
export function settingsFrom(kept = {}) {
  /** @param {keyof typeof LIMITS} name */
  const number = (name) =>
    typeof kept[name] === "number" && Number.isFinite(kept[name])
      ? within(kept[name], ...LIMITS[name])
      : USUAL[name];
  const turned = [0, 90, 180, 270].includes(kept.turn ?? -1);
  return {
    zoom: kept.zoom === "page" ? "page" : number("zoom"),
    turn: /** @type {Turn} */ (turned ? kept.turn : USUAL.turn),
    brightness: /** @type {number} */ (number("brightness")),
    contrast: /** @type {number} */ (number("contrast")),
    invert: kept.invert === true,
    share: /** @type {number} */ (number("share")),
  };
}

/**
 * Pixels of the screen for one of the page.
 * @param {PageSettings} settings
 * @param {Size} page
 * @param {Size} view
 */
export function scaleOf({ zoom, turn }, page, view) {
  if (zoom === "page") return fittingScale(page, turn, view, "page");
  return zoom * fittingScale(page, turn, view, "width");
}

/**
 * The zoom that gives a scale.
 * @param {number} scale
 * @param {PageSettings} settings
 * @param {Size} page
 * @param {Size} view
 */
export const zoomOf = (scale, { turn }, page, view) =>
  within(scale / fittingScale(page, turn, view, "width"), ...LIMITS.zoom);

/**
 * CSS's `filter` of the picture; "none" where it is shown as it is.
 * @param {PageSettings} settings
 */
export function filterOf({ brightness, contrast, invert }) {
  const parts = [
    invert && "invert(1)",
    brightness !== 100 && `brightness(${brightness}%)`,
    contrast !== 100 && `contrast(${contrast}%)`,
  ];
  return parts.filter(Boolean).join(" ") || "none";
}

/**
 * @param {Turn} turn
 * @param {1 | -1} direction clockwise or back
 * @returns {Turn}
 */
export const nextTurn = (turn, direction) => /** @type {Turn} */ ((turn + 360 + 90 * direction) % 360);
