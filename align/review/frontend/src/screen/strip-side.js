// @ts-check
// The lines of one side in the strip: as many in sight as fit, the others scrolled to.

/** @import { Strip } from "./strip.js" */
/** @import { PageLine } from "../types/pages.js" */
/** @import { Side } from "../types/rows.js" */
import { factorOf } from "../model/strip.js";
import { el } from "./dom.js";
import { SIDE_NAMES } from "./labels.js";
import { StripLine } from "./strip-line.js";
import { pageOf } from "./strip-loading.js";

/** Lines that are in sight at once. */
const IN_SIGHT = 3;

/**
 * Draws the lines of one side, at the height of a word that the strip has.
 * @param {Strip} strip
 * @param {Side} side
 * @param {PageLine[]} shown
 * @returns {{ element: HTMLElement, lines: StripLine[] }}
 */
export function stripSide({ drawn, loading }, side, shown) {
  const factor = factorOf(shown, drawn.height);
  const lines = shown.map((line) => new StripLine(side, line, factor));
  for (const line of lines) line.missing(loading.missing.get(pageOf(line)));
  const label = `Scan of the ${SIDE_NAMES[side].toLowerCase()}`;
  const element = el("div", "al-strip-lines", { role: "group", "aria-label": label, tabindex: "0" });
  element.append(...lines.map((line) => line.element));
  const highest = Math.max(...shown.map(({ box }) => (box[3] - box[1]) * factor));
  element.style.maxHeight = `${Math.ceil(highest * IN_SIGHT + 6)}px`; // with a bar to scroll
  element.addEventListener("scroll", () => loading.fetch());
  return { element, lines };
}
