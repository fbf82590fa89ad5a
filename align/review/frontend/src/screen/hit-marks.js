// @ts-check
// The marks of a search's hits in the rows that are in sight; the current one is stronger, and in sight.

/** @import { Grid } from "./grid.js" */
/** @import { Hit } from "../model/hits.js" */
/** @import { RowView } from "./row-view.js" */
import { SIDES } from "../model/rows.js";
import { liveRange, rangesOf } from "./text-ranges.js";

/** Part of the grid's height at which a hit that was out of sight is shown. */
const AT = 0.35;

/** Whether the browser can mark text without changing its elements. */
const canMark = () => Boolean(globalThis.CSS?.highlights && globalThis.Highlight);

export class HitMarks {
  /**
   * @param {Grid} grid
   * @param {[all: string, current: string]} names the highlights of the styles
   */
  constructor(grid, names) {
    this.grid = grid;
    this.names = names;
    /** @type {Map<string, Hit[]>} */
    this.byRow = new Map();
    /** The current hit. @type {Hit | undefined} */
    this.current = undefined;
    /** The groups of rows in sight. @type {Set<Element | null>} */
    this.seen = new Set();
    /** @type {number | undefined} */
    this.frame = undefined;
    this.sight = new IntersectionObserver((changes) => this.#see(changes));
    // rows are drawn anew when they get or lose the focus: their marks are gone then
    this.changes = new MutationObserver(() => this.#watch());
  }

  /**
   * @param {Hit[]} hits
   * @param {number} at the number of the current one; -1: none
   */
  show(hits, at) {
    if (!hits.length && !this.byRow.size) return;
    this.byRow = new Map(hits.map((hit) => [hit.row, []]));
    for (const hit of hits) this.byRow.get(hit.row)?.push(hit);
    this.current = hits[at];
    this.changes.disconnect();
    if (!hits.length) this.sight.disconnect();
    else {
      this.changes.observe(this.grid.body, { childList: true, subtree: true });
      this.#watch();
    }
    this.#markSoon();
  }

  /** Watches the groups of rows there are now. */
  #watch() {
    for (const group of this.seen) if (!group?.isConnected) this.seen.delete(group);
    for (const group of this.grid.body.children) this.sight.observe(group);
    this.#markSoon();
  }

  /** @param {IntersectionObserverEntry[]} changes */
  #see(changes) {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) this.seen.add(target);
      else this.seen.delete(target);
    }
    this.#mark();
  }

  /** Marks before the next picture: several changes of the rows are one. */
  #markSoon() {
    this.frame ??= requestAnimationFrame(() => this.#mark());
  }

  #mark() {
    cancelAnimationFrame(this.frame ?? 0);
    this.frame = undefined;
    if (!canMark()) return;
    const ranges = this.#ranges();
    const current = this.current && ranges.get(this.current);
    CSS.highlights.set(this.names[0], new Highlight(...ranges.values()));
    const strong = new Highlight(...(current ? [current] : []));
    strong.priority = 1;
    CSS.highlights.set(this.names[1], strong);
  }

  /**
   * The ranges of the hits in the rows in sight, and of the current one.
   * @returns {Map<Hit, StaticRange>}
   */
  #ranges() {
    /** @type {Map<Hit, StaticRange>} */
    const found = new Map();
    for (const row of this.byRow.size ? this.grid.rows : []) {
      const { id } = row.data;
      const isNear = this.seen.has(row.element.parentElement) || id === this.current?.row;
      if (isNear && !row.element.hidden) addRanges(found, row, this.byRow.get(id) ?? []);
    }
    return found;
  }

  /**
   * Scrolls a hit into sight.
   * @param {Hit} hit
   */
  reveal(hit) {
    const row = this.grid.rowById(hit.row);
    if (!row) return;
    row.element.scrollIntoView({ block: "nearest" });
    const range = hit.where === "comment" ? null : rangesOf(row.cells[hit.where], [hit])[0];
    const place = (range ? liveRange(range) : row.element).getBoundingClientRect();
    const pane = this.grid.element.getBoundingClientRect();
    const head = this.grid.heads[0].getBoundingClientRect();
    const covered = Math.max(head.bottom, pane.top);
    if (place.top >= covered && place.bottom <= pane.bottom) return;
    this.grid.element.scrollTop += place.top - covered - AT * (pane.bottom - covered);
  }
}

/**
 * Adds the ranges of the hits in a row's cells.
 * @param {Map<Hit, StaticRange>} found
 * @param {RowView} row
 * @param {Hit[]} hits
 */
function addRanges(found, row, hits) {
  for (const side of SIDES) {
    const inCell = hits.filter((hit) => hit.where === side);
    const ranges = inCell.length ? rangesOf(row.cells[side], inCell) : [];
    for (const [n, range] of ranges.entries()) if (range) found.set(inCell[n], range);
  }
}
