// @ts-check
// The pages that were shown last, and where rows stand on them: asked for once, kept while they are of use.

/** @import { Screen } from "./screen.js" */
/** @import { PageWords } from "../model/page-words.js" */
/** @import { Size } from "../model/page-geometry.js" */
/** @import { PageLayerMessage, PageQuery, PlacesMessage, RowPlaces } from "../types/page-view.js" */
/** @import { PageMessage } from "../types/pages.js" */
/** @import { Side } from "../types/rows.js" */
import { KeptFew } from "../model/kept-few.js";
import { imageOf, releaseImage } from "./page-images.js";

/** Pictures of pages that the browser keeps. */
const MOST_PICTURES = 4;

/** Pages whose words are kept. */
const MOST_LAYERS = 12;

/** Rows whose places are kept. */
const MOST_ROWS = 400;

/** The words of a page with its size. @typedef {PageWords & { size: Size }} PageLayer */

/** The picture of a page, or why there is none. @typedef {{ image: HTMLImageElement | null, trouble: string }} PagePicture */

/**
 * @param {Side} side
 * @param {number} page
 */
export const pageKey = (side, page) => `${side} ${page}`;

export class PageStore {
  /** What was asked for and has not come. @type {Map<string, number>} */
  asked = new Map();

  /** Pictures that came and are not decoded yet. @type {Set<string>} */
  decoding = new Set();

  /** @type {KeptFew<PageLayer>} */
  layers = new KeptFew(MOST_LAYERS, () => {});

  /** @type {KeptFew<PagePicture>} */
  pictures = new KeptFew(MOST_PICTURES, ({ image }) => releaseImage(image));

  /** @type {KeptFew<RowPlaces>} */
  rows = new KeptFew(MOST_ROWS, () => {});

  /** Words that no row holds, and why. @type {KeptFew<string>} */
  leftOut = new KeptFew(MOST_ROWS, () => {});

  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
  }

  /**
   * The words of a page; null: they are asked for.
   * @param {Side} side
   * @param {number} page
   */
  layer(side, page) {
    const found = this.layers.get(pageKey(side, page));
    if (!found) this.#ask(`layer ${pageKey(side, page)}`, { do: "page-layer", side, page });
    return found ?? null;
  }

  /**
   * The picture of a page; null: it is asked for.
   * @param {Side} side
   * @param {number} page
   * @param {number} width in pixels
   */
  picture(side, page, width) {
    const found = this.pictures.get(pageKey(side, page));
    if (!found) this.#ask(`picture ${pageKey(side, page)}`, { do: "page", side, page, width });
    return found ?? null;
  }

  /**
   * The places of a row; null: they are asked for.
   * @param {string} row
   */
  placesOf(row) {
    const found = this.rows.get(row);
    if (!found) this.#ask(`row ${row}`, { do: "places", row });
    return found ?? null;
  }

  /**
   * Asks for the row that holds a word of a page.
   * @param {Side} side
   * @param {number} page
   * @param {number} word
   */
  askRowOf(side, page, word) {
    this.#ask(`word ${pageKey(side, page)} ${word}`, { do: "places", side, page, word });
  }

  /**
   * @param {string} key
   * @param {PageQuery | { do: "page", side: Side, page: number, width: number }} message
   */
  #ask(key, message) {
    const { connection } = this.screen;
    const number = this.asked.get(key);
    const waits = number !== undefined && connection.messenger.unanswered.has(number);
    if (waits || this.decoding.has(key) || connection.lost) return;
    this.screen.send(message);
    this.asked.set(key, connection.messenger.number);
  }

  /** @param {PageLayerMessage} message */
  receiveLayer({ side, page, width, height, words }) {
    this.layers.set(pageKey(side, page), {
      size: { width, height },
      texts: words.map(([text]) => text),
      lines: words.map(([, line]) => line),
      boxes: words.map(([, , box]) => box),
    });
  }

  /**
   * Keeps the picture when it can be drawn without delay.
   * @param {PageMessage} message
   */
  async receivePicture({ side, page, trouble = "", url }) {
    const key = `picture ${pageKey(side, page)}`;
    this.decoding.add(key);
    const image = url ? await imageOf(url) : null;
    this.decoding.delete(key);
    const why = trouble || (image ? "" : "The picture cannot be drawn.");
    this.pictures.set(pageKey(side, page), { image, trouble: why });
  }

  /**
   * A picture that was missing may be there by now: it is asked for again.
   * @param {Side} side
   * @param {number} page
   */
  forgetMissing(side, page) {
    const key = pageKey(side, page);
    if (this.pictures.get(key)?.trouble) this.pictures.delete(key);
  }

  /** @param {PlacesMessage} message */
  receivePlaces(message) {
    if (message.row !== null) this.rows.set(message.row, message);
    else this.leftOut.set(`${message.side} ${message.page} ${message.word}`, message.why);
  }

  /**
   * Rows changed: their places are asked for again when they are needed.
   * @param {string[]} rows
   */
  forget(rows) {
    for (const row of rows) this.rows.delete(row);
    this.leftOut.clear();
  }

  /** Releases all pictures. */
  close() {
    this.pictures.clear();
  }
}
