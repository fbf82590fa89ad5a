// @ts-check
// The strip beside the table: a mark for each row, and the part of the table that is in sight.
// All that it does is done by keys, too: for assistive technology it is not there.

/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
import { linesOf, MARKS, rowAtHeight } from "../model/minimap.js";
import { el } from "./dom.js";
import { hitRows } from "./hits.js";
import { rowsInSight } from "./sight.js";

/** Pixels of a line where there are more rows than lines. */
const LINE = 2;

/** The tallest mark of one row in pixels. */
const TALLEST = 8;

/** Where each mark lies across the strip: left edge and width in pixels. */
const LANES = { confirmed: [1, 4], open: [6, 4], doubtful: [11, 3], found: [15, 3] };

const LEGEND = "Green: confirmed. Orange: open doubts. Purple: doubtful pairs. Blue: what the search finds.";

export class Minimap {
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    /** The rows that the filters show. @type {RowView[]} */
    this.rows = [];
    this.sight = el("div", "al-map-sight");
    /** One element for all marks of a kind, cut to their shapes. */
    this.layers = MARKS.map((mark) => el("div", `al-map-marks al-map-${mark}`));
    this.element = el("div", "al-map", { "aria-hidden": "true", title: LEGEND }, this.sight, ...this.layers);
    this.frame = 0;
    this.stale = true;
    this.resized = new ResizeObserver(() => this.redraw());
  }

  /** Begins to follow the table and the pointer. */
  listen() {
    const { element, screen } = this;
    screen.grid.element.addEventListener("scroll", () => this.#drawSoon(), { passive: true });
    this.resized.observe(element);
    element.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the table
    element.addEventListener("pointerdown", (event) => {
      element.setPointerCapture(event.pointerId);
      this.#scrollTo(event);
    });
    element.addEventListener("pointermove", (event) => {
      if (element.hasPointerCapture(event.pointerId)) this.#scrollTo(event);
    });
    element.addEventListener("pointerup", (event) => this.#goTo(event));
  }

  /** Draws the marks anew in the next frame: rows changed, or which of them are shown. */
  redraw() {
    this.stale = true;
    this.#drawSoon();
  }

  #drawSoon() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (this.stale) this.#drawMarks();
      this.stale = false;
      this.#drawSight();
    });
  }

  get height() {
    return this.element.clientHeight;
  }

  /** How many lines of marks the strip has room for. */
  get lines() {
    return Math.max(Math.floor(this.height / LINE), 1);
  }

  #drawMarks() {
    this.rows = this.screen.grid.rows.filter((row) => !row.element.hidden);
    const hits = hitRows(this.screen, this.rows);
    const found = linesOf(
      this.rows.map((row) => row.data),
      (row) => hits.has(row),
      this.lines,
    );
    const step = this.height / Math.max(Math.min(this.rows.length, this.lines), 1);
    const tall = Math.max(Math.min(step - 1, TALLEST), LINE);
    MARKS.forEach((mark, n) => {
      const [x, width] = LANES[mark];
      const marks = found[mark].map(([line, share]) => {
        const wide = Math.max(width * share, 1).toFixed(1);
        return `M${x} ${(line * step).toFixed(1)}h${wide}v${tall}h-${wide}z`;
      });
      this.layers[n].style.clipPath = `path("${marks.join("") || "M0 0"}")`;
    });
  }

  #drawSight() {
    const [first, last] = rowsInSight(this.screen.grid, this.rows);
    const step = this.height / Math.max(this.rows.length, 1);
    this.sight.style.top = `${first * step}px`;
    this.sight.style.height = `${Math.max((last + 1 - first) * step, TALLEST)}px`;
  }

  /** @param {PointerEvent} event */
  #rowAt({ clientY }) {
    const { top, height } = this.element.getBoundingClientRect();
    const rows = this.rows.map((row) => row.data);
    return this.rows[rowAtHeight(rows, (clientY - top) / height, this.lines)];
  }

  /** @param {PointerEvent} event */
  #scrollTo(event) {
    const row = this.#rowAt(event);
    const { element } = this.screen.grid;
    if (row) element.scrollTop += row.element.getBoundingClientRect().top - middleOf(element);
  }

  /**
   * The cursor goes to the row; a text that is being typed or cut keeps it.
   * @param {PointerEvent} event
   */
  #goTo(event) {
    const row = this.#rowAt(event);
    if (row && !this.screen.mode) this.screen.go(row.number);
  }

  /** Stops watching. */
  close() {
    this.resized.disconnect();
    cancelAnimationFrame(this.frame);
  }
}

/** @param {Element} element */
function middleOf(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
