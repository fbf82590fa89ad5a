// @ts-check
// The strip: the lines of the scan on which the row in focus stands, the word in doubt framed.

/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
/** @import { PageWord, RowLines } from "../types/pages.js" */
/** @import { Side, Span } from "../types/rows.js" */
/** @import { FrameKind, StripLine } from "./strip-line.js" */
import { SIDES } from "../model/rows.js";
import { spansOfDoubt, spansOfPieces } from "../model/strip.js";
import { button, el } from "./dom.js";
import { readPreference, writePreference } from "./preferences.js";
import { StripLoading } from "./strip-loading.js";
import { listenToStrip } from "./strip-pointing.js";
import { stripSide } from "./strip-side.js";
import { reveal } from "./strip-sight.js";

/** How high a word is, in sizes of the text, at the zooms one can choose. */
const HEIGHTS = [0.65, 0.8, 0.95, 1.3, 2, 3];
const USUAL = 2;

export class Strip {
  /** What is drawn: the row, its lines, the height of a word. @type {{ row: string, lines: RowLines | undefined, height: number }} */
  drawn = { row: "", lines: undefined, height: 0 };

  /** @type {StripLine[]} */
  lines = [];

  /** The word under the pointer. @type {PageWord | undefined} */
  pointed = undefined;

  loading = new StripLoading(this);

  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.isOn = readPreference("strip") !== "off";
    const zoom = Number(readPreference("strip-zoom") ?? USUAL);
    this.zoom = HEIGHTS[zoom] ? zoom : USUAL;
    this.body = el("div", "al-strip-body");
    this.page = el("span", "al-strip-page");
    const tools = [
      button("−", () => this.resize(-1), { "aria-label": "Smaller picture", title: "Z", tabindex: "-1" }),
      button("+", () => this.resize(1), { "aria-label": "Larger picture", title: "z", tabindex: "-1" }),
    ];
    const head = el("div", "al-strip-head", {}, this.page, ...tools);
    this.element = el("div", "al-strip", { "aria-label": "The scan" }, head, this.body);
    listenToStrip(this);
  }

  /** Whether some side was read from pages. */
  get hasPages() {
    return Object.values(this.screen.grid.sides).some((side) => side?.pages);
  }

  /** Shows or hides the strip; the choice is kept. */
  toggle() {
    if (!this.hasPages) return this.screen.say("There are no pictures of pages here.");
    this.isOn = !this.isOn;
    writePreference("strip", this.isOn ? "on" : "off");
    this.follow();
    return this.screen.say(this.isOn ? "The scan is shown." : "The scan is hidden; q shows it.");
  }

  /**
   * Draws the lines larger or smaller; the choice is kept.
   * @param {1 | -1} step
   */
  resize(step) {
    this.zoom = Math.min(Math.max(this.zoom + step, 0), HEIGHTS.length - 1);
    writePreference("strip-zoom", String(this.zoom));
    this.follow();
  }

  /** The cursor moved, or what is known of its row changed. */
  follow() {
    const { row, pictures } = this.screen;
    if (!this.isOn || !row || !this.hasPages) return this.#leave();
    const lines = pictures.linesNow(row.data.id);
    if (!lines) return this.#ask(row);
    if (!SIDES.some((side) => lines.sides[side]?.length)) return this.#leave();
    const holder = this.screen.mode?.stripHolder ?? row.element;
    this.#placeIn(holder, holder === row.element);
    const { drawn, height } = this;
    if (drawn.row !== row.data.id || drawn.lines !== lines || drawn.height !== height)
      this.#draw({ row: row.data.id, lines, height });
    this.#mark(row, lines);
    return this.loading.fetch();
  }

  #leave() {
    this.element.remove();
  }

  /**
   * @param {HTMLElement} holder
   * @param {boolean} isRow whether that is a row of the grid
   */
  #placeIn(holder, isRow) {
    if (this.element.parentElement !== holder) holder.append(this.element);
    this.element.setAttribute("role", isRow ? "gridcell" : "group");
  }

  /** @param {RowView} row */
  #ask(row) {
    this.screen.pictures.lines([row.data.id]).then(() => this.screen.row === row && this.follow());
  }

  /** How high a word is drawn, in pixels. */
  get height() {
    return HEIGHTS[this.zoom] * Number.parseFloat(getComputedStyle(this.body).fontSize);
  }

  /** @param {{ row: string, lines: RowLines, height: number }} drawn */
  #draw(drawn) {
    const { lines } = drawn;
    this.drawn = drawn;
    const sides = SIDES.filter((side) => lines.sides[side]?.length);
    const made = sides.map((side) => stripSide(this, side, lines.sides[side] ?? []));
    this.lines = made.flatMap((one) => one.lines);
    this.body.replaceChildren(...made.map((one) => one.element));
    this.body.classList.toggle("al-strip-both", sides.length > 1);
  }

  /**
   * Frames the word in doubt and those that translate it, and scrolls them into sight.
   * @param {RowView} row
   * @param {RowLines} lines
   */
  #mark(row, lines) {
    const { cells } = row.detail ?? row.data;
    const { doubt } = this.screen;
    const spans = doubt ? spansOfDoubt(cells, doubt.id, lines) : [];
    const ids = new Set(row.links.filter((link) => link.some((id) => this.#isOf(row, id))).flat());
    for (const side of SIDES) {
      const isDoubted = doubt?.side === side;
      const first = this.frame(side, "doubt", isDoubted ? spans : []);
      const linked = this.frame(side, "linked", isDoubted ? [] : spansOfPieces(cells, side, ids));
      reveal(first ?? linked ?? this.lines.find((line) => line.side === side)?.element);
    }
    this.#showPage();
  }

  /**
   * Whether a piece is about the doubt at the cursor.
   * @param {RowView} row
   * @param {string} id
   */
  #isOf(row, id) {
    const { doubt } = this.screen;
    const { cells } = row.detail ?? row.data;
    const pieces = doubt ? cells[doubt.side].flatMap((sentence) => sentence.pieces) : [];
    return pieces.some((piece) => piece.id === id && piece.d === doubt?.id);
  }

  /**
   * Frames the words of one side at some raw places, and no others in this way.
   * @param {Side} side
   * @param {FrameKind} kind
   * @param {Span[]} spans
   */
  frame(side, kind, spans) {
    const here = this.lines.filter((line) => line.side === side);
    return here.map((line) => line.frame(kind, spans)).find((frame) => frame !== undefined);
  }

  #showPage() {
    const framed = this.lines.filter((line) => line.element.querySelector(".al-strip-doubt"));
    const pages = new Set((framed.length ? framed : this.lines).map((line) => line.line.page + 1));
    const numbers = [...pages];
    this.page.textContent = `Scan, page ${numbers.length > 1 ? `${numbers[0]}–${numbers.at(-1)}` : numbers[0]}`;
  }

  /** Has the lines drawn anew. */
  redraw() {
    this.drawn.lines = undefined;
    this.follow();
  }

  close() {
    this.loading.stop();
  }
}
