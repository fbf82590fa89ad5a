// @ts-check
// The pane for one word: where else it stands, how it is translated, what the glossary has of it.

/** @import { Screen } from "./screen.js" */
/** @import { TranslationsMessage, WordMessage } from "../types/find.js" */
/** @import { Side } from "../types/rows.js" */
/** @import { Hit } from "../model/hits.js" */
import { hitsOf } from "../model/hits.js";
import { matchersOf } from "../model/query.js";
import { otherSide, textOf } from "../model/rows.js";
import { button, el } from "./dom.js";
import { HitMarks } from "./hit-marks.js";
import { refocus } from "./navigation.js";
import { firstWord, wordAt } from "./word-at.js";
import { drawWord } from "./word-places.js";

/** Milliseconds without a move of the cursor after which its word is looked up. */
const LOOK_AFTER = 300;

/** Milliseconds after which more translations are asked for. */
const MORE_AFTER = 150;

export class WordPane {
  /** @type {number | undefined} */
  timer = undefined;

  /** @type {number | undefined} */
  moreTimer = undefined;

  /** What is known of the word. @type {WordMessage | null} */
  known = null;

  /** The word that is shown or asked for. @type {{ side: Side, word: string } | null} */
  wanted = null;

  /** The word that was clicked last, and the row. @type {{ side: Side, word: string, row: string } | null} */
  last = null;

  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.marks = new HitMarks(screen.grid, ["al-word-places", "al-word-place"]);
    this.element = el("aside", "al-wordpane", { "aria-label": "The word", hidden: true });
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** Opens the pane for the word at the cursor, or shuts it. */
  toggle() {
    if (this.isOpen) return this.shut();
    const word = this.#atCursor();
    if (!word) return this.screen.say("There is no word at the cursor.", true);
    this.element.hidden = false;
    return this.look(word.side, word.word);
  }

  shut() {
    this.stop();
    this.element.hidden = true;
    this.wanted = null;
    this.marks.show([], -1);
    refocus(this.screen);
  }

  /** The word in doubt, else the one that was clicked, else the first of the cell. */
  #atCursor() {
    const { row, doubt, cursor } = this.screen;
    if (!row) return null;
    if (this.last?.row === row.data.id) return this.last;
    const side = doubt?.side ?? cursor.side;
    const word = firstWord(doubt ? (doubt.reading ?? doubt.text) : textOf(row.data, side));
    return word ? { side, word } : null;
  }

  /**
   * Shows a word.
   * @param {Side} side
   * @param {string} word
   */
  look(side, word) {
    clearTimeout(this.timer);
    if (this.wanted?.side === side && this.wanted.word === word) return;
    this.wanted = { side, word };
    this.screen.send({ do: "word", side, word });
  }

  /** The cursor moved: the pane goes along to the word in doubt. */
  follow() {
    const { row, doubt } = this.screen;
    if (this.last?.row !== row?.data.id) this.last = null;
    const word = doubt && firstWord(doubt.reading ?? doubt.text);
    if (doubt && word) this.#lookSoon(doubt.side, word);
  }

  /**
   * @param {Side} side
   * @param {string | undefined} word the word that was clicked
   */
  clicked(side, word) {
    const { row } = this.screen;
    if (!row || !word) return;
    this.last = { side, word, row: row.data.id };
    if (this.isOpen) this.look(side, word);
  }

  /**
   * The caret moved in a text that is typed.
   * @param {EventTarget | null} target
   */
  caretMoved(target) {
    if (!(target instanceof HTMLTextAreaElement)) return;
    const found = wordAt(target.value, target.selectionStart);
    if (found) this.#lookSoon(this.screen.cursor.side, found.word);
  }

  /**
   * @param {Side} side
   * @param {string} word
   */
  #lookSoon(side, word) {
    clearTimeout(this.timer);
    if (this.isOpen) this.timer = setTimeout(() => this.look(side, word), LOOK_AFTER);
  }

  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.moreTimer);
  }

  /** @param {{ side: Side, word: string }} message */
  #isWanted({ side, word }) {
    return word === this.wanted?.word && side === this.wanted.side;
  }

  /** @param {WordMessage} message */
  receive(message) {
    if (!this.#isWanted(message)) return;
    this.known = message;
    this.#draw(message);
    if (!message.translations) this.#askTranslations(message);
  }

  /** @param {{ side: Side, word: string }} word */
  #askTranslations({ side, word }) {
    if (this.isOpen) this.screen.send({ do: "translations", side, word });
  }

  /**
   * Some translations; where more rows have to be looked at, the rest is asked for, so that keys come between.
   * @param {TranslationsMessage} message
   */
  receiveTranslations(message) {
    if (!this.known || !this.#isWanted(message)) return;
    const { translations, left } = message;
    this.#draw({ ...this.known, translations: left && !translations.length ? undefined : translations });
    clearTimeout(this.moreTimer);
    if (left)
      this.moreTimer = setTimeout(
        () => this.#isWanted(message) && this.#askTranslations(message),
        MORE_AFTER,
      );
  }

  /** @param {WordMessage} message */
  #draw(message) {
    const head = el(
      "div",
      "al-panelhead",
      {},
      el("h2", "", {}, message.word),
      button("Close", () => this.shut(), { title: "p" }),
    );
    const places = this.#places(message);
    const drawn = drawWord(this.screen, message, places, (hit) => this.#goTo(hit));
    const { scrollTop } = this.element;
    this.element.replaceChildren(head, el("div", "", {}, ...drawn));
    this.element.scrollTop = scrollTop;
  }

  /**
   * The places of the word, in any of its forms.
   * @param {WordMessage} message
   */
  #places({ side, word, forms }) {
    const known = { [side]: [forms], [otherSide(side)]: [] };
    const words = /** @type {Record<Side, string[][]>} */ (known);
    const matchers = matchersOf({ text: word, forms: words });
    if (!matchers) return [];
    return this.screen.grid.data.flatMap((row) => hitsOf(row, { ...matchers, comment: null }));
  }

  /** @param {Hit} hit */
  #goTo(hit) {
    const { screen } = this;
    const side = /** @type {Side} */ (hit.where);
    if (screen.grid.rowById(hit.row)?.element.hidden) {
      screen.toolbar.clearFilters();
      screen.refilter();
    }
    screen.go(screen.grid.numberOf(hit.row), { side });
    clearTimeout(this.timer); // the pane stays with its word
    this.marks.show([hit], 0);
    this.marks.reveal(hit);
  }
}
