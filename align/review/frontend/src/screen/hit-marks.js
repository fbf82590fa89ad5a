// @ts-check
// The marks of a search's hits; the current one is stronger, and in sight.

/** @import { Grid } from "./grid.js" */
/** @import { Hit } from "../model/hits.js" */
import { rangesOf } from "./text-ranges.js";

/** Hits before and after the current one that are marked. */
const MARKED = 1000;

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
    /** @type {Hit[]} */
    this.hits = [];
    this.at = -1;
    // rows are drawn anew when they get or lose the focus: their marks are gone then
    this.observer = new MutationObserver(() => this.#mark());
  }

  /**
   * @param {Hit[]} hits
   * @param {number} at the number of the current one; -1: none
   */
  show(hits, at) {
    this.observer.disconnect();
    Object.assign(this, { hits, at });
    this.#mark();
    if (hits.length) this.observer.observe(this.grid.body, { childList: true, subtree: true });
  }

  #mark() {
    if (!canMark()) return;
    const first = Math.max(this.at - MARKED, 0);
    const near = this.hits.slice(first, first + 2 * MARKED);
    const ranges = this.#ranges(near);
    const current = ranges.get(this.hits[this.at]);
    CSS.highlights.set(this.names[0], new Highlight(...ranges.values()));
    const strong = new Highlight(...(current ? [current] : []));
    strong.priority = 1;
    CSS.highlights.set(this.names[1], strong);
  }

  /**
   * @param {Hit[]} hits
   * @returns {Map<Hit, Range>}
   */
  #ranges(hits) {
    /** @type {Map<HTMLElement, Hit[]>} */
    const byCell = new Map();
    const rows = new Map(this.grid.rows.map((row) => [row.data.id, row]));
    for (const hit of hits) {
      const row = rows.get(hit.row);
      if (!row || hit.where === "comment" || row.element.hidden) continue;
      const cell = row.cells[hit.where];
      byCell.set(cell, [...(byCell.get(cell) ?? []), hit]);
    }
    const found = new Map();
    for (const [cell, inCell] of byCell) {
      for (const [n, range] of rangesOf(cell, inCell).entries()) if (range) found.set(inCell[n], range);
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
    const place = (range ?? row.element).getBoundingClientRect();
    const pane = this.grid.element.getBoundingClientRect();
    const head = this.grid.heads[0].getBoundingClientRect();
    const covered = Math.max(head.bottom, pane.top);
    if (place.top >= covered && place.bottom <= pane.bottom) return;
    this.grid.element.scrollTop += place.top - covered - AT * (pane.bottom - covered);
  }
}
