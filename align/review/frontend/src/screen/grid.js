// @ts-check
// The grid: a head, and the rows under it in groups.

/** @import { Patch, Sides } from "../types/messages.js" */
/** @import { Row, RowChange } from "../types/rows.js" */
/** @import { Filter } from "../model/filters.js" */
import { passes } from "../model/filters.js";
import { SIDES } from "../model/rows.js";
import { el } from "./dom.js";
import { SIDE_NAMES } from "./labels.js";
import { cutGroup, GROUP_SIZE, makeGroup, resizeGroup } from "./row-groups.js";
import { RowView } from "./row-view.js";

/** Rows that are numbered anew at a time: thousands at once would hold up the answer to a key. */
const NUMBERED = 400;

/** Milliseconds until the next of them are. */
const NUMBER_AFTER = 20;

export class Grid {
  constructor() {
    /** @type {RowView[]} */
    this.rows = [];
    /** @type {Sides} */
    this.sides = {};
    this.heads = ["Row", SIDE_NAMES.source, SIDE_NAMES.target, "Pairing"].map((name) =>
      el("div", `al-colhead al-col-${name.toLowerCase()}`, { role: "columnheader" }, name),
    );
    this.body = el("div", "al-body", { role: "presentation" });
    const head = el("div", "al-gridhead", { role: "row" }, ...this.heads);
    this.element = el(
      "div",
      "al-grid",
      { role: "grid", "aria-label": "Original and translation, row by row" },
      el("div", "al-headgroup", { role: "rowgroup" }, head),
      this.body,
    );
    /** The first row that does not show its number yet. @type {number | undefined} */
    this.unnumbered = undefined;
    /** @type {number | undefined} */
    this.numberingTimer = undefined;
  }

  /** The rows' data. */
  get data() {
    return this.rows.map((row) => row.data);
  }

  /** @param {string} id */
  rowById(id) {
    return this.rows.find((row) => row.data.id === id);
  }

  /** @param {string | undefined} id */
  numberOf(id) {
    return this.rows.findIndex((row) => row.data.id === id);
  }

  /**
   * Begins anew, without rows.
   * @param {Sides} sides
   */
  reset(sides) {
    this.rows = [];
    this.sides = sides;
    this.body.replaceChildren();
    for (const [n, side] of SIDES.entries()) {
      const about = sides[side];
      this.heads[n + 1].textContent = about ? `${SIDE_NAMES[side]} (${about.language})` : SIDE_NAMES[side];
    }
  }

  /** @param {Row[]} rows */
  append(rows) {
    const fragment = document.createDocumentFragment();
    for (let at = 0; at < rows.length; at += GROUP_SIZE) {
      const views = rows
        .slice(at, at + GROUP_SIZE)
        .map((row, n) => new RowView(row, this.rows.length + n, this.sides));
      this.rows.push(...views);
      fragment.append(makeGroup(views.map((view) => view.element)));
    }
    this.body.append(fragment);
  }

  /** Tells assistive technology how many rows there are, the head among them. */
  showRowCount() {
    this.element.setAttribute("aria-rowcount", String(this.rows.length + 1));
  }

  /**
   * Puts rows in the place of others.
   * @param {Pick<Patch, "at" | "gone" | "rows">} patch
   */
  splice({ at, gone, rows }) {
    const before = this.rows[at + gone]?.element;
    const home = groupOf(this.rows[at] ?? this.rows[at - 1]) ?? this.body.appendChild(makeGroup([]));
    const views = rows.map((row, n) => new RowView(row, at + n, this.sides));
    const old = this.rows.splice(at, gone, ...views);
    const groups = new Set(old.map(groupOf));
    for (const row of old) row.element.remove();
    for (const row of views) home.insertBefore(row.element, before?.parentNode === home ? before : null);
    for (const group of [...groups, ...cutGroup(home), home]) {
      if (group?.childElementCount) resizeGroup(group);
      else group?.remove();
    }
    if (views.length !== gone) this.#numberAnew(at);
  }

  /**
   * Draws a row anew, with other data.
   * @param {Row} data
   */
  replace(data) {
    const at = this.numberOf(data.id);
    if (at < 0) return;
    const old = this.rows[at];
    const row = new RowView(data, at, this.sides);
    this.rows[at] = row;
    old.element.replaceWith(row.element);
    const group = groupOf(row);
    if (group) resizeGroup(group);
  }

  /** @param {RowChange} change */
  changeStatus(change) {
    this.rowById(change.id)?.changeStatus(change);
  }

  /**
   * Gives the rows from `at` on their numbers, and shows how many there are.
   * @param {number} at
   */
  #numberAnew(at) {
    for (const [n, row] of this.rows.entries()) row.number = n;
    this.#showNumbers(at);
    this.showRowCount();
  }

  /**
   * Shows the rows' numbers from `at` on, some at a time.
   * @param {number} at
   */
  #showNumbers(at) {
    this.stopNumbering();
    const from = Math.min(at, this.unnumbered ?? at);
    const end = Math.min(from + NUMBERED, this.rows.length);
    for (const row of this.rows.slice(from, end)) row.showNumber();
    this.unnumbered = end < this.rows.length ? end : undefined;
    if (this.unnumbered) this.numberingTimer = setTimeout(() => this.#showNumbers(end), NUMBER_AFTER);
  }

  stopNumbering() {
    clearTimeout(this.numberingTimer);
  }

  /**
   * Hides the rows that do not pass a filter.
   * @param {Filter} filter
   * @returns {number} how many are shown
   */
  applyFilter(filter) {
    /** @type {Set<HTMLElement | null>} */
    const changed = new Set();
    let shown = 0;
    for (const row of this.rows) {
      const hidden = !passes(row.data, filter);
      if (row.element.hidden !== hidden) changed.add(groupOf(row));
      row.element.hidden = hidden;
      if (!hidden) shown += 1;
    }
    for (const group of changed) if (group) resizeGroup(group);
    return shown;
  }
}

/** @param {RowView | undefined} row */
const groupOf = (row) => row?.element.parentElement ?? null;
