// @ts-check
// The edge between the text and the page: dragged, or moved with the arrow keys.

import { within } from "../model/page-geometry.js";
import { LIMITS } from "../model/page-settings.js";
import { el } from "./dom.js";

/** The part of the width by which an arrow key moves it. */
const STEP = 0.02;

/**
 * @param {() => number} share the page's part of the width, now
 * @param {(share: number) => void} changed
 */
export function pageDivider(share, changed) {
  const [least, most] = LIMITS.share;
  const percent = () => String(Math.round(share() * 100));
  const divider = el("div", "al-pv-divider", {
    role: "separator",
    tabindex: "0",
    "aria-orientation": "vertical",
    "aria-label": "Width of the page",
    "aria-valuemin": least * 100,
    "aria-valuemax": most * 100,
    "aria-valuenow": percent(),
  });
  /** @param {number} value */
  const set = (value) => {
    changed(within(value, least, most));
    divider.setAttribute("aria-valuenow", percent());
  };
  divider.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    set(share() + by);
  });
  divider.addEventListener("pointerdown", (event) => divider.setPointerCapture(event.pointerId));
  divider.addEventListener("pointermove", (event) => {
    const around = divider.closest(".al-main")?.getBoundingClientRect();
    if (around && divider.hasPointerCapture(event.pointerId))
      set((around.right - event.clientX) / around.width);
  });
  return divider;
}
