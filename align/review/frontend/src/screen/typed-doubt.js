// @ts-check
// A doubt's text typed by the reviewer, in a field of its own.

/** @import { Screen } from "./screen.js" */
/** @import { Doubt, Row } from "../types/rows.js" */
import { withDoubtTyped } from "../model/typed-text.js";
import { button, el } from "./dom.js";
import { SIDE_NAMES } from "./labels.js";

export class TypedDoubt {
  /**
   * @param {Screen} screen
   * @param {Row} row
   * @param {Doubt} doubt
   * @param {(decided: boolean) => void} onEnd called when the reviewer is done; whether something was decided
   */
  constructor(screen, row, doubt, onEnd) {
    this.screen = screen;
    this.row = row;
    this.doubt = doubt;
    this.onEnd = onEnd;
    this.field = el("textarea", "al-edit al-one-field", {
      rows: Math.min(1 + Math.floor(doubt.text.length / LINE), MOST_LINES),
      "aria-label": `${SIDE_NAMES[doubt.side]}: what stands here`,
      lang: screen.grid.sides[doubt.side]?.language,
      dir: "auto",
      spellcheck: "false",
    });
    this.field.value = doubt.text;
    const buttons = [button("Keep", () => this.#keep()), button("Leave", () => onEnd(false))];
    const hint = el("div", "al-hint", {}, "Enter keeps it, Esc leaves it as it was", ...buttons);
    this.element = el("div", "", {}, this.field, hint);
  }

  /** Gives the field the focus, its text chosen: what is typed replaces it. */
  begin() {
    this.field.focus();
    this.field.select();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {string} key
   */
  pressed(event, key) {
    const keeps = key === "Enter" && !event.shiftKey && event.target === this.field;
    if (!keeps && key !== "Escape") return;
    event.preventDefault();
    if (keeps) this.#keep();
    else this.onEnd(false);
  }

  #keep() {
    const { screen, row, doubt } = this;
    const typed = this.field.value.trim();
    if (typed === doubt.text) {
      this.onEnd(false);
      screen.say("Nothing was changed. x tells that it stays as it is.");
      return;
    }
    const text = withDoubtTyped(row.cells[doubt.side], doubt.id, typed);
    if (screen.decide({ do: "edit", row: row.id, side: doubt.side, text }, [doubt])) this.onEnd(true);
  }
}

/** Characters of a line of the field. */
const LINE = 60;

const MOST_LINES = 4;
