// @ts-check
// A line of a page, drawn: its picture, frames around words, or why there is no picture.

/** @import { PageLine, PartOfPage } from "../types/pages.js" */
/** @import { Side, Span } from "../types/rows.js" */
import { boxesAt, scaleFor, shareOf, wordAtX } from "../model/strip.js";
import { el } from "./dom.js";

/** @typedef {"doubt" | "pointed" | "linked"} FrameKind */

export class StripLine {
  /**
   * @param {Side} side
   * @param {PageLine} line
   * @param {number} factor pixels of the screen for one of the page
   */
  constructor(side, line, factor) {
    this.side = side;
    this.line = line;
    const [left, top, right, bottom] = line.box;
    this.width = (right - left) * factor;
    /** @type {PartOfPage} */
    this.part = { side, page: line.page, box: line.box, scale: scaleFor(factor * devicePixelRatio) };
    this.element = el("div", "al-strip-line");
    this.element.style.width = `${this.width}px`;
    this.element.style.height = `${(bottom - top) * factor}px`;
    /** Whether its picture was asked for. */
    this.wanted = false;
  }

  /**
   * Shows the picture.
   * @param {HTMLImageElement | null} image
   * @param {string} trouble why there is none
   */
  show(image, trouble) {
    if (!image) return this.missing(trouble);
    image.alt = `Scan, page ${this.line.page + 1}: ${this.line.text}`;
    return this.element.prepend(image);
  }

  /**
   * Shows why there is no picture.
   * @param {string | undefined} text undefined: there may be one
   */
  missing(text) {
    if (text === undefined) return;
    this.element.classList.add("al-strip-missing");
    this.element.removeAttribute("style");
    this.element.replaceChildren(el("span", "al-strip-trouble", { title: text }, text));
  }

  /**
   * Frames the words at some raw places, and no others in this way.
   * @param {FrameKind} kind
   * @param {Span[]} spans
   * @returns {HTMLElement | undefined} the first frame
   */
  frame(kind, spans) {
    for (const old of this.element.querySelectorAll(`.al-strip-${kind}`)) old.remove();
    if (this.element.classList.contains("al-strip-missing")) return undefined;
    const frames = boxesAt(this.line.words, spans).map((box) => {
      const made = el("span", `al-strip-frame al-strip-${kind}`, { "aria-hidden": "true" });
      Object.assign(made.style, shareOf(box, this.line.box));
      return made;
    });
    this.element.append(...frames);
    return frames[0];
  }

  /**
   * The word under the pointer.
   * @param {MouseEvent} event
   */
  wordAt({ clientX }) {
    const { left, width } = this.element.getBoundingClientRect();
    const { box } = this.line;
    return wordAtX(this.line, box[0] + ((clientX - left) / width) * (box[2] - box[0]));
  }
}
