// @ts-check
// The strip: the lines of the scan on which the row in focus stands, the word in doubt framed.

/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
/** @import { PartMessage, RowLines } from "../types/pages.js" */
/** @import { Side, Span } from "../types/rows.js" */
/** @import { FrameKind } from "./strip-line.js" */
import { SIDES } from "../model/rows.js";
import { factorOf, spansOfDoubt, spansOfPieces } from "../model/strip.js";
import { button, el } from "./dom.js";
import { SIDE_NAMES } from "./labels.js";
import { readPreference, writePreference } from "./preferences.js";
import { fetchAhead } from "./strip-ahead.js";
import { StripLine } from "./strip-line.js";
import { listenToStrip } from "./strip-pointing.js";
import { isInSight, reveal } from "./strip-sight.js";

/** How high a word is, in sizes of the text, at the zooms one can choose. */
const HEIGHTS = [0.65, 0.8, 0.95, 1.3, 2, 3];
const USUAL = 2;

/** Lines that are in sight at once; the others are scrolled to. */
const IN_SIGHT = 3;

export class Strip {
  /** What is drawn: the row, its lines, the height of a word. @type {{ row: string, lines: RowLines | undefined, height: number }} */
  drawn = { row: "", lines: undefined, height: 0 };

  /** @type {StripLine[]} */
  lines = [];

  /** @type {number | undefined} */
  timer = undefined;

  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.isOn = readPreference("strip") !== "off";
    const zoom = Number(readPreference("strip-zoom") ?? USUAL);
    this.zoom = HEIGHTS[zoom] ? zoom : USUAL;
    this.body = el("div", "al-strip-body");
    this.page = el("span", "al-strip-page");
    const tools = [
      button("−", () => this.resize(-1), { "aria-label": "Smaller picture", title: "Z", "data-act": "" }),
      button("+", () => this.resize(1), { "aria-label": "Larger picture", title: "z", "data-act": "" }),
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
    if (!this.hasPages) return this.screen.say("There are no pictures: this text was not read from a scan.");
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
    return this.#fetch();
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
    this.lines = [];
    this.body.replaceChildren(...sides.map((side) => this.#drawSide(side, lines)));
    this.body.classList.toggle("al-strip-both", sides.length > 1);
  }

  /**
   * @param {Side} side
   * @param {RowLines} lines
   */
  #drawSide(side, lines) {
    const shown = lines.sides[side] ?? [];
    const factor = factorOf(shown, this.drawn.height);
    const made = shown.map((line) => new StripLine(side, line, factor));
    this.lines.push(...made);
    const label = `Scan of the ${SIDE_NAMES[side].toLowerCase()}`;
    const holder = el("div", "al-strip-lines", { role: "group", "aria-label": label, tabindex: "0" });
    holder.append(...made.map((line) => line.element));
    const heights = shown.map(({ box }) => (box[3] - box[1]) * factor);
    const highest = Math.max(...heights);
    holder.style.maxHeight = `${Math.ceil(highest * IN_SIGHT + 6)}px`; // with a bar to scroll
    holder.addEventListener("scroll", () => this.#fetch());
    return holder;
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

  /** Asks for the pictures in sight, the one of the word in doubt first; then for those of the next doubts. */
  #fetch() {
    const inSight = this.lines.filter((line) => !line.wanted && isInSight(line.element));
    const framed = inSight.filter((line) => line.element.querySelector(".al-strip-doubt"));
    for (const line of new Set([...framed, ...inSight])) this.#load(line);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => fetchAhead(this.screen, this.drawn.height));
  }

  /** @param {StripLine} line */
  #load(line) {
    const { pictures } = this.screen;
    line.wanted = true;
    /** @param {PartMessage} picture */
    const show = (picture) =>
      line.show(pictures.imageOf(picture), picture.trouble ?? "There is no picture of this line.");
    const known = pictures.partNow(line.part);
    if (known) show(known);
    else pictures.part(line.part).then(show);
  }

  close() {
    clearTimeout(this.timer);
  }
}
