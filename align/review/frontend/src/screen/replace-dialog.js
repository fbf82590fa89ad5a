// @ts-check
// The dialog that replaces words of one side, after a look at every place.

/** @import { Screen } from "./screen.js" */
/** @import { Side } from "../types/rows.js" */
/** @import { Choice } from "./replace-places.js" */
import { hitsOf } from "../model/hits.js";
import { matchersOf } from "../model/query.js";
import { inCaseOf } from "../model/replacement.js";
import { SIDES, textOf } from "../model/rows.js";
import { button, el, primaryButton } from "./dom.js";
import { SIDE_NAMES } from "./labels.js";
import { cellsOf, choicesOf, drawChoice } from "./replace-places.js";

/** Places that are listed; where there are more, nothing is replaced. */
const MOST = 2000;

/** @param {Screen} screen */
export function showReplace(screen) {
  const { readOnly, trouble = "" } = screen.status;
  if (readOnly) screen.say(trouble, true);
  else new ReplaceDialog(screen).open();
}

/**
 * Tells that words were replaced.
 * @param {Screen} screen
 */
export function sayReplaced(screen) {
  const count = screen.replaced;
  screen.say(
    count === 1
      ? "Replaced 1 place. Ctrl+Z takes it back."
      : `Replaced ${count} places. Ctrl+Z takes all back.`,
  );
}

class ReplaceDialog {
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    /** @type {Choice[]} */
    this.choices = [];
    const look = () => this.#look();
    this.find = field("Find", look);
    this.by = field("Replace with", () => this.#showMade());
    this.side = el("select", "al-select", { onchange: look });
    for (const side of SIDES) this.side.append(el("option", "", { value: side }, SIDE_NAMES[side]));
    this.whole = el("input", "", { type: "checkbox", onchange: look });
    this.status = el("p", "al-replacing", { role: "status" });
    this.list = el("div", "al-replacelist");
    this.button = primaryButton("Replace", () => this.#replace());
  }

  open() {
    const { dialog, doubt, cursor, toolbar } = this.screen;
    this.find.value = toolbar.search.value.trim() || (doubt?.side === cursor.side ? doubt.text : "");
    this.side.value = cursor.side;
    this.whole.checked = true;
    const buttons = [this.button, button("Cancel", () => dialog.shut())];
    dialog.open("Find and replace", this.#content(), buttons, () => this.#enter());
    this.find.select();
    this.#look();
  }

  #content() {
    const whole = el("label", "al-option", {}, this.whole, " Whole words");
    const all = button("All", () => this.#checkAll(true));
    const none = button("None", () => this.#checkAll(false));
    return [
      el(
        "div",
        "al-replacefields",
        {},
        labelled("Find", this.find),
        labelled("Replace with", this.by),
        labelled("In the", this.side),
        whole,
      ),
      el("div", "al-replacehead", {}, this.status, all, none),
      this.list,
    ];
  }

  /** Enter in the first field goes on to the second. */
  #enter() {
    if (document.activeElement === this.find) this.by.focus();
    else this.#replace();
  }

  /** Lists the places again. */
  #look() {
    const side = /** @type {Side} */ (this.side.value);
    const matchers = matchersOf({ text: this.find.value, whole: this.whole.checked });
    this.choices = [];
    for (const row of matchers ? this.screen.grid.rows : []) {
      if (this.choices.length > MOST) break;
      const hits = hitsOf(row.data, /** @type {NonNullable<typeof matchers>} */ (matchers));
      const here = hits.filter((hit) => hit.where === side && hit.was === undefined);
      if (here.length) this.choices.push(...choicesOf(here, textOf(row.data, side), () => this.#count()));
    }
    this.#draw();
  }

  #draw() {
    const { rows } = this.screen.grid;
    const numbers = new Map(rows.map((row) => [row.data.id, row.number]));
    const listed = this.choices.length > MOST ? [] : this.choices;
    this.list.replaceChildren(...listed.map((one) => drawChoice(one, numbers.get(one.hit.row) ?? 0)));
    this.#showMade();
  }

  /** Shows what each place would become. */
  #showMade() {
    for (const { hit, text, made } of this.choices)
      made.textContent = inCaseOf(text.slice(hit.start, hit.stop), this.find.value, this.by.value) || "∅";
    this.#count();
  }

  #count() {
    const { length } = this.#chosen();
    this.button.disabled = length === 0;
    this.button.textContent = length === 1 ? "Replace 1 place" : `Replace ${length} places`;
    this.status.textContent = this.#found();
  }

  #found() {
    const { length } = this.choices;
    if (!this.find.value.trim()) return "";
    if (!length) return `No place holds “${this.find.value}”.`;
    if (length > MOST) return `More than ${MOST} places: search for more letters.`;
    return `${length === 1 ? "1 place" : `${length} places`}; what is not ticked stays.`;
  }

  /** The places to be replaced. */
  #chosen() {
    return this.choices.length > MOST ? [] : this.choices.filter(({ box }) => box.checked);
  }

  /** @param {boolean} checked */
  #checkAll(checked) {
    for (const { box } of this.choices) box.checked = checked;
    this.#count();
  }

  #replace() {
    const chosen = this.#chosen();
    if (!chosen.length) return;
    const { screen } = this;
    const cells = cellsOf(chosen, this.find.value, this.by.value);
    screen.replaced = chosen.length;
    const side = /** @type {Side} */ (this.side.value);
    screen.dialog.shut();
    screen.decide({ do: "replace", side, cells });
  }
}

/**
 * @param {string} label
 * @param {() => void} oninput
 */
const field = (label, oninput) => el("input", "al-search", { type: "text", "aria-label": label, oninput });

/**
 * @param {string} text
 * @param {HTMLElement} control
 */
const labelled = (text, control) => el("label", "al-option", {}, `${text} `, control);
