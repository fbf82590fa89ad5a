// @ts-check
// A page that is zoomed in beyond its picture: the part in sight is asked for at a higher resolution.

/** @import { Screen } from "./screen.js" */
/** @import { PageSheet } from "./page-sheet.js" */
/** @import { Box, PartMessage, PartOfPage } from "../types/pages.js" */
/** @import { Side } from "../types/rows.js" */
import { partInSight } from "../model/page-geometry.js";
import { imageOf, releaseImage } from "./page-images.js";

/** Milliseconds without a move after which it is. */
const AFTER = 150;

/** How much more sharpness than there is makes a picture worth its way. */
const WORTH = 1.2;

/** Pixels of one picture at most. */
const MOST_PIXELS = 8_000_000;

export class SharperPart {
  /** @type {number | undefined} */
  timer = undefined;

  /** What was asked for last. @type {PartOfPage | null} */
  wanted = null;

  /** @type {HTMLImageElement | null} */
  image = null;

  /**
   * @param {Screen} screen
   * @param {PageSheet} sheet
   */
  constructor(screen, sheet) {
    this.screen = screen;
    this.sheet = sheet;
  }

  /**
   * The page was moved or zoomed.
   * @param {Side} side
   * @param {number} page
   * @param {number} width of the picture of the whole page, in pixels
   */
  moved(side, page, width) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#ask(side, page, width), AFTER);
  }

  /**
   * @param {Side} side
   * @param {number} page
   * @param {number} width
   */
  #ask(side, page, width) {
    const { placing, view } = this.sheet;
    if (!placing) return;
    const box = partInSight(placing, view);
    const scale = Math.min(placing.scale * (globalThis.devicePixelRatio || 1), 1);
    if (!box || scale < (width / placing.page.width) * WORTH || this.#hasIt(side, page, box, scale)) return;
    this.wanted = { side, page, box, scale: scaleFor(box, scale) };
    this.screen.send({ do: "picture", ...this.wanted });
  }

  /**
   * @param {Side} side
   * @param {number} page
   * @param {Box} box
   * @param {number} scale
   */
  #hasIt(side, page, box, scale) {
    const { wanted } = this;
    if (wanted?.side !== side || wanted.page !== page || wanted.scale * WORTH < scaleFor(box, scale))
      return false;
    const [left, top, right, bottom] = wanted.box;
    return left <= box[0] && top <= box[1] && right >= box[2] && bottom >= box[3];
  }

  /**
   * @param {PartMessage} message
   * @returns {boolean} whether it was asked for here
   */
  receive({ side, page, box, scale, url }) {
    const { wanted } = this;
    const isIt =
      wanted?.side === side && wanted.page === page && wanted.scale === scale && `${wanted.box}` === `${box}`;
    if (isIt && url) this.#show(wanted, url);
    return isIt;
  }

  /**
   * @param {PartOfPage} part
   * @param {string} url
   */
  async #show(part, url) {
    const image = await imageOf(url);
    if (!image || part !== this.wanted) return releaseImage(image);
    releaseImage(this.image);
    this.image = image;
    return this.sheet.showSharper(image, part.box);
  }

  /** Another page is shown: the part is of no use any more. */
  drop() {
    clearTimeout(this.timer);
    releaseImage(this.image);
    this.image = null;
    this.wanted = null;
  }
}

/**
 * @param {Box} box
 * @param {number} scale
 */
const scaleFor = ([left, top, right, bottom], scale) =>
  Math.min(scale, Math.sqrt(MOST_PIXELS / ((right - left) * (bottom - top))));
