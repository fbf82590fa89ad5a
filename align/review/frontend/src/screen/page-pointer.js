// @ts-check
// The mouse on a page: drag and wheel move it, Ctrl+wheel zooms, pointing and clicking find words.

/** @import { Point } from "../model/page-geometry.js" */
/** @import { PageSheet } from "./page-sheet.js" */
import { pointOnPage } from "../model/page-geometry.js";

/** Pixels that the pointer moves in a click at most. */
const CLICK = 4;

/** How much a wheel's pixel zooms. */
const WHEEL_ZOOM = 0.0025;

/** Pixels of a wheel's line and page. */
const WHEEL_UNITS = [1, 30, 400];

/**
 * `pointed`, `clicked`: at a point of the page; null: at none. `zoomed`: by a factor, around a point of the view.
 * @typedef {{
 *   pointed(at: Point | null): void,
 *   clicked(at: Point): void,
 *   zoomed(factor: number, at: Point): void,
 * }} PointerActions
 */

export class PagePointer {
  /** Where the button went down and where the pointer was last. @type {{ from: Point, last: Point, moved: boolean } | null} */
  drag = null;

  /**
   * @param {PageSheet} sheet
   * @param {PointerActions} actions
   */
  constructor(sheet, actions) {
    this.sheet = sheet;
    this.actions = actions;
    const { element } = sheet;
    element.addEventListener("pointerdown", (event) => this.#down(event));
    element.addEventListener("pointermove", (event) => this.#move(event));
    element.addEventListener("pointerup", (event) => this.#up(event));
    element.addEventListener("pointercancel", () => this.#end());
    element.addEventListener("pointerleave", () => this.drag || actions.pointed(null));
    element.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  /**
   * @param {MouseEvent} event
   * @returns {Point}
   */
  #inView({ clientX, clientY }) {
    const { left, top } = this.sheet.element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  /** @param {MouseEvent} event */
  #onPage(event) {
    return this.sheet.placing && pointOnPage(this.#inView(event), this.sheet.placing);
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0) return;
    const at = this.#inView(event);
    this.drag = { from: at, last: at, moved: false };
    this.sheet.element.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const { drag } = this;
    if (!drag) return this.actions.pointed(this.#onPage(event));
    const at = this.#inView(event);
    drag.moved ||= Math.hypot(at.x - drag.from.x, at.y - drag.from.y) > CLICK;
    if (!drag.moved) return undefined;
    this.sheet.element.classList.add("al-pv-dragged");
    this.sheet.moveBy({ x: at.x - drag.last.x, y: at.y - drag.last.y });
    drag.last = at;
    return undefined;
  }

  /** @param {PointerEvent} event */
  #up(event) {
    const { drag } = this;
    this.#end();
    const at = drag && !drag.moved ? this.#onPage(event) : null;
    if (at) this.actions.clicked(at);
  }

  #end() {
    this.drag = null;
    this.sheet.element.classList.remove("al-pv-dragged");
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    const unit = WHEEL_UNITS[event.deltaMode] ?? 1;
    const [across, down] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.actions.zoomed(Math.exp(-down * WHEEL_ZOOM), this.#inView(event));
      return;
    }
    const by = event.shiftKey && !across ? { x: -down, y: 0 } : { x: -across, y: -down };
    if (this.sheet.moveBy(by)) event.preventDefault(); // at its end what is around scrolls
  }
}
