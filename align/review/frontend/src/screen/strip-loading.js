// @ts-check
// Which pictures the strip asks for and when, and what it knows of pages without one.

/** @import { Strip } from "./strip.js" */
/** @import { StripLine } from "./strip-line.js" */
/** @import { PartMessage } from "../types/pages.js" */
import { fetchAhead } from "./strip-ahead.js";
import { isInSight } from "./strip-sight.js";

export class StripLoading {
  /** Why pages have no picture, by side and page. @type {Map<string, string>} */
  missing = new Map();

  /** @type {number | undefined} */
  timer = undefined;

  /** @param {Strip} strip */
  constructor(strip) {
    this.strip = strip;
  }

  /** Asks for the pictures in sight, the one of the word in doubt first; then for those of the next doubts. */
  fetch() {
    const { strip } = this;
    const inSight = strip.lines.filter((line) => !line.wanted && isInSight(line.element));
    const framed = inSight.filter((line) => line.element.querySelector(".al-strip-doubt"));
    for (const line of new Set([...framed, ...inSight])) this.#load(line);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => fetchAhead(strip.screen, strip.drawn.height));
  }

  /** @param {StripLine} line */
  #load(line) {
    const { pictures } = this.strip.screen;
    line.wanted = true;
    const known = pictures.partNow(line.part);
    if (known) this.#show(line, known);
    else pictures.part(line.part).then((picture) => this.#show(line, picture));
  }

  /**
   * Shows a picture that came; one of a page that had none until now has the lines drawn anew.
   * @param {StripLine} line
   * @param {PartMessage} picture
   */
  #show(line, picture) {
    const image = this.strip.screen.pictures.imageOf(picture);
    const trouble = picture.trouble ?? "There is no picture of this line.";
    if (!image) this.missing.set(pageOf(line), trouble);
    else if (this.missing.delete(pageOf(line))) return this.strip.redraw();
    return line.show(image, trouble);
  }

  stop() {
    clearTimeout(this.timer);
  }
}

/** @param {StripLine} line */
export const pageOf = ({ side, line }) => `${side} ${line.page}`;
