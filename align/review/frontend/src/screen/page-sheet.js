// @ts-check
// The page in its view: the picture, or its words where there is none, and the frames over it.

/** @import { Placing, Point, Size } from "../model/page-geometry.js" */
/** @import { Box } from "../types/pages.js" */
/** @import { PageSettings } from "../model/page-settings.js" */
/** @import { PageLayer } from "./page-store.js" */
import { matrixOf } from "../model/page-geometry.js";
import { movedBy, revealed, scaled, settled, turnedTo } from "../model/page-moves.js";
import { filterOf, scaleOf } from "../model/page-settings.js";
import { el } from "./dom.js";
import { PageFrames } from "./page-frames.js";
import { drawTextLayer } from "./page-text-layer.js";

export class PageSheet {
  /** @type {PageLayer | null} */
  layer = null;

  /** How the page lies. @type {Placing | null} */
  placing = null;

  /**
   * The size of the view: to ask the browser for it at each move would lay out all that has changed.
   * @type {Size}
   */
  view = { width: 0, height: 0 };

  /** The picture of the page. @type {HTMLImageElement | null} */
  image = null;

  /** Whether the words are drawn in the place of the picture. */
  drawsText = false;

  /** @type {number | undefined} */
  frame = undefined;

  /**
   * @param {PageSettings} settings changed by the pane, read here
   * @param {{ moved(): void, resized(): void }} listener `moved`: the page was drawn at another place or scale
   */
  constructor(settings, listener) {
    this.settings = settings;
    this.listener = listener;
    this.pictures = el("div", "al-pv-pictures");
    this.sharper = el("div", "al-pv-pictures");
    this.text = el("canvas", "al-pv-text", { hidden: true });
    this.frames = new PageFrames();
    this.element = el(
      "div",
      "al-pv-view",
      { tabindex: "0", role: "group", "aria-roledescription": "page" },
      this.pictures,
      this.sharper,
      this.text,
      this.frames.element,
    );
    this.resized = new ResizeObserver(() => {
      this.measure();
      this.refit();
      listener.resized();
    });
    this.resized.observe(this.element);
  }

  /** Takes the size of the view. */
  measure() {
    this.view = { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  /**
   * Shows another page, from its upper left corner.
   * @param {PageLayer} layer
   */
  showPage(layer) {
    this.layer = layer;
    this.placing = null;
    this.frames.placing = null;
    this.refit();
  }

  /**
   * @param {HTMLImageElement | null} image
   * @param {boolean} asText whether the words are drawn in its place
   */
  showPicture(image, asText) {
    this.image = image;
    this.pictures.replaceChildren(...(image ? [image] : []));
    this.sharper.replaceChildren();
    this.drawsText = asText;
    this.text.hidden = !asText;
    this.#drawSoon();
  }

  /** Lays the page anew: the view has another size, or the zoom was set. */
  refit() {
    const { layer, view, settings, placing } = this;
    if (!layer || !view.width || !view.height) return;
    const page = layer.size;
    const scale = scaleOf(settings, page, view);
    if (!placing) this.#place(settled({ page, turn: settings.turn, scale, x: 0, y: 0 }, view));
    else if (placing.turn !== settings.turn) this.#place(turnedTo(placing, view, settings.turn, scale));
    else this.#place(scaled(placing, view, scale, { x: view.width / 2, y: view.height / 2 }));
  }

  /**
   * The page larger or smaller; what is at a point of the view stays there.
   * @param {number} scale
   * @param {Point} at
   */
  scaleTo(scale, at) {
    if (this.placing) this.#place(scaled(this.placing, this.view, scale, at));
  }

  /**
   * @param {Point} by
   * @returns {boolean} whether it could be moved
   */
  moveBy(by) {
    const before = this.placing;
    if (!before) return false;
    const after = movedBy(before, this.view, by);
    this.#place(after);
    return after.x !== before.x || after.y !== before.y;
  }

  /** @param {Box | null} box */
  reveal(box) {
    if (this.placing && box) this.#place(revealed(this.placing, this.view, box));
  }

  /** @param {Placing} placing */
  #place(placing) {
    this.placing = placing;
    this.#drawSoon();
  }

  /** Draws once before the next picture of the screen. */
  #drawSoon() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.draw();
    });
  }

  draw() {
    const { placing, layer, settings } = this;
    if (!placing || !layer) return;
    const matrix = `matrix(${matrixOf(placing).join(", ")})`;
    for (const holder of [this.pictures, this.sharper]) {
      Object.assign(holder.style, { ...pixels(layer.size), transform: matrix, filter: filterOf(settings) });
    }
    this.element.classList.toggle("al-pv-inverted", settings.invert && !this.drawsText);
    this.frames.place(placing);
    if (this.drawsText) drawTextLayer(this.text, this.view, layer, placing);
    this.listener.moved();
  }

  /**
   * Draws a part of the page over its picture.
   * @param {HTMLImageElement} image
   * @param {Box} box
   */
  showSharper(image, [left, top, right, bottom]) {
    Object.assign(image.style, {
      left: `${left}px`,
      top: `${top}px`,
      ...pixels({ width: right - left, height: bottom - top }),
    });
    this.sharper.replaceChildren(image);
  }

  close() {
    this.resized.disconnect();
    cancelAnimationFrame(this.frame ?? 0);
  }
}

/** @param {Size} size */
const pixels = ({ width, height }) => ({ width: `${width}px`, height: `${height}px` });
