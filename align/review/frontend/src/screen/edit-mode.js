// @ts-check
// Typing the text of a cell: a field in the place of the text, until Enter or Esc.

/** @import { Mode, Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
/** @import { Side } from "../types/rows.js" */
import { textOf } from "../model/rows.js";
import { button, el } from "./dom.js";
import { SIDE_NAMES } from "./labels.js";
import { refocus } from "./navigation.js";

/** The least height of the field in pixels. */
const LEAST_HEIGHT = 60;

/** @param {Screen} screen */
export function startEdit(screen) {
  const { row } = screen;
  if (!row) return;
  if (!row.data.cells[screen.cursor.side].length) {
    screen.say("This cell is empty: there is nothing to correct.", true);
    return;
  }
  const mode = new EditMode(screen, row);
  screen.mode = mode; // first: the focus that leaves a comment sends it, and the answer draws the row anew
  mode.begin();
}

/** @implements {Mode} */
export class EditMode {
  holdsCells = true;

  /**
   * @param {Screen} screen
   * @param {RowView} row
   */
  constructor(screen, row) {
    this.screen = screen;
    this.row = row;
    this.side = screen.cursor.side;
    this.old = textOf(row.data, this.side);
    this.field = drawField(this.side, screen.grid.sides[this.side]?.language);
    this.field.value = this.old;
    const buttons = [button("Keep", () => this.finish(true)), button("Leave", () => this.finish(false))];
    this.nodes = [
      this.field,
      el("div", "al-hint", {}, "Enter keeps it, Esc leaves it as it was", ...buttons),
    ];
  }

  /** Shows the field and gives it the focus. */
  begin() {
    this.row.cells[this.side].replaceChildren(...this.nodes);
    this.field.style.height = `${Math.max(this.field.scrollHeight, LEAST_HEIGHT)}px`;
    this.field.focus();
    this.#selectDoubt();
  }

  /** Selects the text in doubt where it can be found. */
  #selectDoubt() {
    const { doubt } = this.screen;
    const at = doubt?.side === this.side ? this.old.indexOf(doubt.text) : -1;
    if (doubt && at >= 0) this.field.setSelectionRange(at, at + doubt.text.length);
  }

  /** Puts the field back where an answer drew the row anew while the reviewer was typing. */
  afterPatch() {
    const row = this.screen.grid.rowById(this.row.data.id);
    if (!row || row === this.row) return;
    this.row = row;
    row.cells[this.side].replaceChildren(...this.nodes);
    this.field.focus();
  }

  /**
   * Ends typing; a text that cannot be kept now stays in the field.
   * @param {boolean} keep whether the typed text is kept
   */
  finish(keep) {
    const { screen, side, field, old } = this;
    const changed = field.value.trim() !== old.trim();
    const edit = /** @type {const} */ ({ do: "edit", row: this.row.data.id, side, text: field.value });
    if (keep && changed && !screen.decide(edit)) return;
    screen.mode = null;
    this.row.drawCells();
    refocus(screen);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {string} key
   */
  pressed(event, key) {
    const keeps = key === "Enter" && !event.shiftKey && event.target === this.field;
    if (!keeps && key !== "Escape") return;
    event.preventDefault();
    this.finish(keeps);
  }

  /** A click beside the field changes nothing. */
  clicked() {}
}

/**
 * @param {Side} side
 * @param {string | undefined} language
 */
const drawField = (side, language) =>
  el("textarea", "al-edit", {
    "aria-label": `${SIDE_NAMES[side]}, typed anew`,
    lang: language,
    dir: "auto",
    spellcheck: "false",
  });
