// @ts-check
// The search: all hits marked, one of them the current one, the next and the previous at a key.

/** @import { Screen } from "./screen.js" */
/** @import { FormsMessage } from "../types/find.js" */
/** @import { Hit } from "../model/hits.js" */
/** @import { Matchers } from "../model/query.js" */
import { passes } from "../model/filters.js";
import { matchersOf } from "../model/query.js";
import { FindBar } from "./find-bar.js";
import { HitCache } from "./hit-cache.js";
import { HitMarks } from "./hit-marks.js";

export class Find {
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    /** @type {Hit[]} */
    this.hits = [];
    this.known = new HitCache();
    /** The number of the current hit; -1: none. */
    this.at = -1;
    /** The number of each row, by its id. @type {Map<string, number>} */
    this.numbers = new Map();
    /** The answer about word forms that came last. @type {FormsMessage | null} */
    this.forms = null;
    this.bar = new FindBar({
      step: (by) => this.step(by),
      refilter: () => screen.refilter(),
      replace: () => screen.act("replace"),
      focus: () => screen.toolbar.search.focus(),
    });
    this.marks = new HitMarks(screen.grid, ["al-search", "al-hit"]);
    const { search } = screen.toolbar;
    search.addEventListener("input", () => this.#begin());
    search.addEventListener("focus", () => this.showBar(true));
    search.addEventListener("blur", (event) => this.#left(event));
  }

  get text() {
    return this.screen.toolbar.search.value;
  }

  /** Whether something is searched for. */
  get active() {
    return this.text.trim() !== "";
  }

  /** The current hit. @returns {Hit | undefined} */
  get hit() {
    return this.hits[this.at];
  }

  /** The rows to be shown; null: the search hides none. */
  get only() {
    return this.bar.only.checked && this.hits.length ? new Set(this.hits.map((hit) => hit.row)) : null;
  }

  /** Goes to the first hit from the row at the cursor on. */
  #begin() {
    this.at = -1;
    this.screen.refilter();
    if (this.hit) this.marks.reveal(this.hit);
  }

  /** @param {boolean} shown */
  showBar(shown) {
    this.bar.element.hidden = !shown;
  }

  /**
   * Nothing is searched for and the focus is elsewhere, not in the bar: the bar goes.
   * @param {FocusEvent} event
   */
  #left({ relatedTarget }) {
    const { element } = this.bar;
    if (this.active || element.matches(":hover")) return;
    if (!element.contains(/** @type {Node | null} */ (relatedTarget))) this.showBar(false);
  }

  /** Searches again: the query, the options or the rows changed. */
  search() {
    const { hit } = this;
    const at = { row: hit && this.screen.grid.numberOf(hit.row), where: hit?.where, start: hit?.start };
    const matchers = this.#matchers();
    const rows = matchers ? this.screen.grid.data : [];
    this.numbers = new Map(rows.map((row, number) => [row.id, number]));
    this.hits = matchers ? this.#search(matchers) : [];
    this.at = this.hits.length ? this.#nearest(at) : -1;
    this.bar.show(this.#words(matchers), Boolean(matchers) && !this.hits.length);
  }

  /** Marks the hits in the rows that are shown. */
  show() {
    if (this.active) this.showBar(true);
    this.marks.show(this.hits, this.at);
  }

  /**
   * The expressions; null where there is nothing to search for, the query is no expression, or the forms of
   * its words are not known yet.
   * @returns {Matchers | null}
   */
  #matchers() {
    const { search } = this.screen.toolbar;
    const { regex, whole } = this.bar;
    search.removeAttribute("aria-invalid");
    try {
      const forms = this.active && this.bar.forms.checked ? this.#knownForms() : null;
      if (forms === undefined) return null;
      return matchersOf({ text: this.text, regex: regex.checked, whole: whole.checked, forms });
    } catch {
      search.setAttribute("aria-invalid", "true");
      return null;
    }
  }

  /** The forms of the words searched for; undefined while they are asked for. */
  #knownForms() {
    if (this.forms?.text !== this.text) this.screen.send({ do: "forms", text: this.text });
    return this.forms?.text === this.text ? this.forms.forms : undefined;
  }

  /** @param {FormsMessage} message */
  receiveForms(message) {
    this.forms = message;
    if (this.bar.forms.checked && this.text === message.text) this.#begin();
  }

  /**
   * The hits in the rows that the other filters show.
   * @param {Matchers} matchers
   */
  #search(matchers) {
    const { filter, grid } = this.screen;
    const rows = grid.data.filter((row) => passes(row, { ...filter, only: null }));
    this.known.begin(matchers);
    return rows.flatMap((row) => this.known.hitsOf(row, matchers));
  }

  /**
   * The number of the hit at a place; else of the next one from its row on, from the cursor on where there
   * is no place, around the end.
   * @param {{ row?: number, where?: string, start?: number }} place
   */
  #nearest({ row = this.screen.cursor.row, where, start }) {
    const numbers = this.hits.map((hit) => this.numbers.get(hit.row) ?? 0);
    const same = this.hits.findIndex(
      (hit, n) => numbers[n] === row && hit.where === where && hit.start === start,
    );
    return same >= 0
      ? same
      : Math.max(
          numbers.findIndex((number) => number >= row),
          0,
        );
  }

  /** @param {Matchers | null} matchers */
  #words(matchers) {
    if (!this.active) return "";
    if (this.screen.toolbar.search.hasAttribute("aria-invalid")) return "This is no regular expression.";
    if (!matchers) return "One moment …";
    return this.hit ? hitInWords(this.hit, this.at, this.hits.length) : this.#nothing();
  }

  #nothing() {
    const hidden = this.screen.filter.status !== "all" || this.screen.filter.kind;
    return hidden
      ? `No place in the rows that are shown holds “${this.text}”.`
      : `No place holds “${this.text}”.`;
  }

  /**
   * Goes to the next or the previous hit, around the end.
   * @param {1 | -1} by
   */
  step(by) {
    if (!this.hits.length) return;
    this.at = (this.at + by + this.hits.length) % this.hits.length;
    const hit = this.hits[this.at];
    this.bar.show(hitInWords(hit, this.at, this.hits.length), false);
    this.marks.show(this.hits, this.at);
    this.marks.reveal(hit);
  }

  /** Puts the focus into the field; what it holds is selected, to be typed over. */
  focus() {
    const { search } = this.screen.toolbar;
    search.focus();
    search.select();
  }

  /** Ends the search; all rows that it hid are shown. */
  clear() {
    if (!this.active) return;
    this.screen.toolbar.search.value = "";
    this.at = -1;
    this.screen.refilter();
    this.showBar(false);
  }
}

/**
 * @param {Hit} hit
 * @param {number} at
 * @param {number} count
 */
function hitInWords({ was, where }, at, count) {
  const about = was === undefined ? "" : `, was read “${was}”`;
  return `hit ${at + 1} of ${count}${about}${where === "comment" ? ", in the comment" : ""}`;
}
