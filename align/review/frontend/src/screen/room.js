// @ts-check
// How high rows and panel may be, so that the whole review stands in sight together.

/** @import { Screen } from "./screen.js" */

/** Pixels around the review. */
const MARGIN = 26;

/** Pixels of rows and panel below which the bars above them may be scrolled out of sight. */
const LEAST = 300;

export class Room {
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.resized = new ResizeObserver(() => this.#fit());
  }

  /** Begins to watch what scrolls around the review, and the bars in it. */
  watch() {
    const { root, summary, toolbar, find } = this.screen;
    this.scroller = scrollerOf(root);
    const bars = [summary.head, toolbar.element, find.bar.element, summary.warnings, summary.done];
    for (const one of [this.scroller ?? document.documentElement, ...bars]) this.resized.observe(one);
    if (!this.scroller) addEventListener("resize", this.listener);
  }

  listener = () => this.#fit();

  #fit() {
    const { root, main, live } = this.screen;
    if (!root.isConnected) return;
    const room = (this.scroller?.clientHeight ?? innerHeight) - MARGIN;
    const left = room - (root.offsetHeight - main.offsetHeight);
    const height = left < LEAST ? room - live.offsetHeight : left;
    root.style.setProperty("--al-pane-height", `${height}px`);
  }

  close() {
    this.resized.disconnect();
    removeEventListener("resize", this.listener);
  }
}

/**
 * The outermost element around another that scrolls; those inside may grow with what they hold. Null: the
 * window does.
 * @param {HTMLElement} element
 */
function scrollerOf(element) {
  let found = null;
  for (let around = element.parentElement; around && around !== document.body; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) found = around;
  return found;
}
