// @ts-check
// A row of the grid: its data and the elements that show it.

import { SIDES } from "../model/rows.js";
/** @import { Detail, Sides } from "../types/messages.js" */
/** @import { Link, Row, RowChange, Side } from "../types/rows.js" */
import { drawCell } from "./cell.js";
import { el } from "./dom.js";
import { badgeOf, openReason, stateOf } from "./labels.js";

export class RowView {
  /**
   * @param {Row} data
   * @param {number} number its number in the grid, from 0
   * @param {Sides} sides
   */
  constructor(data, number, sides) {
    this.data = data;
    this.number = number;
    /** The row cut into words, while it is in focus. @type {Detail | null} */
    this.detail = null;
    /** @type {Link[]} */
    this.links = [];
    /** Whether a decision about the row was sent and its answer has not come. */
    this.pending = false;
    this.badge = drawBadge(data, number);
    this.pairing = drawPairing(data);
    this.cells = { source: emptyCell("source", sides), target: emptyCell("target", sides) };
    const attributes = { role: "row", "data-id": data.id, "aria-rowindex": number + 2 };
    this.element = el(
      "div",
      classOf(data),
      attributes,
      this.badge,
      this.cells.source,
      this.cells.target,
      this.pairing,
    );
    this.drawCells();
  }

  drawCells() {
    const { cells } = this.detail ?? this.data;
    for (const side of SIDES) drawCell(this.cells[side], cells[side], this.data.doubts ?? []);
  }

  /**
   * Shows a change of the row's status; its text stays.
   * @param {RowChange} change
   */
  changeStatus(change) {
    Object.assign(this.data, change, { why: change.why || undefined });
    this.pending = false;
    const current = this.element.classList.contains("al-current");
    this.element.className = `${classOf(this.data)}${current ? " al-current" : ""}`;
    const [badge, pairing] = [drawBadge(this.data, this.number), drawPairing(this.data)];
    this.badge.replaceWith(badge);
    this.pairing.replaceWith(pairing);
    Object.assign(this, { badge, pairing });
  }

  /** Shows the row's number. */
  showNumber() {
    const shown = this.badge.firstElementChild;
    if (shown) shown.textContent = String(this.number + 1);
    this.element.setAttribute("aria-rowindex", String(this.number + 2));
  }
}

/** @param {Row} row */
const classOf = (row) => `al-row al-is-${stateOf(row)}${openReason(row) ? " al-doubtful" : ""}`;

/**
 * @param {Side} side
 * @param {Sides} sides
 */
const emptyCell = (side, sides) =>
  el("div", `al-cell al-${side}`, {
    role: "gridcell",
    tabindex: "-1",
    lang: sides[side]?.language,
    dir: "auto",
    "data-side": side,
  });

/**
 * The first column: number, state, flag, comment.
 * @param {Row} row
 * @param {number} number
 */
function drawBadge(row, number) {
  const [sign, word] = badgeOf(row);
  return el(
    "div",
    "al-num",
    { role: "rowheader" },
    el("span", "al-n", {}, String(number + 1)),
    el("span", "al-badge", {}, el("span", "al-glyph", { "aria-hidden": "true" }, sign), " ", word),
    row.later ? el("span", "al-badge al-later", {}, "⚑ later") : null,
    row.comment ? el("span", "al-badge al-commented", { title: row.comment }, "✎ comment") : null,
  );
}

/**
 * The last column: how sure the pairing is in a word; why, where it is doubtful.
 * @param {Row} row
 */
function drawPairing(row) {
  const paired = row.cells.source.length > 0 && row.cells.target.length > 0;
  const why = openReason(row);
  return el(
    "div",
    "al-pairing",
    { role: "gridcell" },
    el("span", "al-sure", {}, paired ? row.sure : "one side only"),
    why ? el("span", "al-why", {}, why) : null,
  );
}
