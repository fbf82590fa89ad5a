// @ts-check
// The frames over a page: the words of the row, the words in doubt, the word that is pointed at.

/** @import { Box } from "../types/pages.js" */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {"row" | "doubt" | "pointed"} FrameKind */

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 */
function draw(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

export class PageFrames {
  constructor() {
    this.element = draw("svg", { class: "al-pv-frames", "aria-hidden": "true" });
    this.holder = draw("g", {});
    const group = (/** @type {FrameKind} */ kind) => draw("g", { class: `al-pv-${kind}` });
    this.groups = { row: group("row"), doubt: group("doubt"), pointed: group("pointed") };
    this.holder.append(...Object.values(this.groups));
    this.element.append(this.holder);
  }

  /** @param {string} matrix from pixels of the page to those of the view */
  place(matrix) {
    this.holder.setAttribute("transform", matrix);
  }

  /**
   * @param {FrameKind} kind
   * @param {Box[]} boxes
   */
  show(kind, boxes) {
    this.groups[kind].replaceChildren(...boxes.map(frame));
  }

  clear() {
    for (const group of Object.values(this.groups)) group.replaceChildren();
  }
}

/** @param {Box} box */
const frame = ([x, y, right, bottom]) =>
  draw("rect", { x, y, width: right - x, height: bottom - y, "vector-effect": "non-scaling-stroke" });
