// @ts-check
// The frames over a page: the words of the row, the words in doubt, the word that is pointed at.

/** @import { Placing } from "../model/page-geometry.js" */
/** @import { Box } from "../types/pages.js" */
import { boxInView } from "../model/page-geometry.js";
import { el } from "./dom.js";

/** @typedef {"row" | "doubt" | "pointed"} FrameKind */

export class PageFrames {
  /** How the page lies. @type {Placing | null} */
  placing = null;

  /** The boxes that are framed. @type {Record<FrameKind, Box[]>} */
  boxes = { row: [], doubt: [], pointed: [] };

  constructor() {
    const group = (/** @type {FrameKind} */ kind) => el("div", `al-pv-${kind}`);
    this.groups = { row: group("row"), doubt: group("doubt"), pointed: group("pointed") };
    this.element = el("div", "al-pv-frames", { "aria-hidden": "true" }, ...Object.values(this.groups));
  }

  /** @param {Placing} placing */
  place(placing) {
    this.placing = placing;
    for (const kind of /** @type {FrameKind[]} */ (Object.keys(this.groups))) this.#lay(kind);
  }

  /**
   * @param {FrameKind} kind
   * @param {Box[]} boxes
   */
  show(kind, boxes) {
    this.boxes[kind] = boxes;
    this.groups[kind].replaceChildren(...boxes.map(() => el("div", "al-pv-frame")));
    this.#lay(kind);
  }

  /** @param {FrameKind} kind */
  #lay(kind) {
    const { placing } = this;
    if (!placing) return;
    for (const [n, frame] of [...this.groups[kind].children].entries())
      if (frame instanceof HTMLElement) lay(frame, boxInView(this.boxes[kind][n], placing));
  }

  clear() {
    for (const kind of /** @type {FrameKind[]} */ (Object.keys(this.groups))) this.show(kind, []);
  }
}

/**
 * @param {HTMLElement} frame
 * @param {Box} box
 */
function lay({ style }, [left, top, right, bottom]) {
  style.transform = `translate(${left}px, ${top}px)`;
  style.width = `${right - left}px`;
  style.height = `${bottom - top}px`;
}
