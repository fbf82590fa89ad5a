// @ts-check
// What the reviewer does with the page: keys, buttons, pointing, clicking.

/** @import { PageView } from "./page-view.js" */
/** @import { PageActions } from "./page-controls.js" */
/** @import { Point } from "../model/page-geometry.js" */
/** @import { TextPlace } from "../model/row-places.js" */
/** @import { Side } from "../types/rows.js" */
import { boxAround, within } from "../model/page-geometry.js";
import { LIMITS, nextTurn, ZOOM_STEP, zoomOf } from "../model/page-settings.js";
import { framesOf, wordUnder } from "../model/page-words.js";
import { PagePointer } from "./page-pointer.js";
import { goToText, markText, pieceUnder, revealText, textOfWord } from "./page-pointing.js";
import { pageTitle } from "./page-title.js";

/** Milliseconds at a word after which its counterpart is brought into sight. */
const DWELL = 250;

export class PageHand {
  /** @type {number | undefined} */
  timer = undefined;

  /** The word of the page that is pointed at; -1: none. */
  word = -1;

  /** Whether a click went down on that word and its row is not known yet. */
  goesThere = false;

  /** The point of the window over the text that the pointer was at last. @type {Point | null} */
  overText = null;

  /** @param {PageView} view */
  constructor(view) {
    this.view = view;
    this.pointer = new PagePointer(view.sheet, {
      pointed: (at) => this.point(at),
      clicked: (at) => this.#click(at),
      zoomed: (factor, at) => this.#zoomAt(factor, at),
    });
    /** @type {PageActions} */
    this.actions = {
      step: (by) => view.step(by),
      back: () => view.back(),
      zoom: (by) => this.zoom(by),
      fit: (zoom) => view.set({ zoom }),
      turn: (by) => view.set({ turn: nextTurn(view.settings.turn, by) }),
      light: (change) => view.set(change),
      shut: () => view.shut(),
    };
  }

  /** @param {1 | -1} by steps, around what is framed, else around the middle */
  zoom(by) {
    const { sheet, focus } = this.view;
    const { width, height } = sheet.view;
    this.#zoomAt(ZOOM_STEP ** by, focus.middle ?? { x: width / 2, y: height / 2 });
  }

  /**
   * @param {number} factor
   * @param {Point} at
   */
  #zoomAt(factor, at) {
    const { sheet, settings, screen } = this.view;
    const { placing, view } = sheet;
    if (!placing) return;
    const fitting = placing.scale / zoomOf(placing.scale, settings, placing.page, view);
    settings.zoom = within((placing.scale * factor) / fitting, ...LIMITS.zoom);
    sheet.scaleTo(settings.zoom * fitting, at);
    screen.rememberPlace();
  }

  /**
   * The pointer is at a point of the page; null: at none.
   * @param {Point | null} at
   */
  point(at) {
    const { shown, sheet } = this.view;
    const word = at && shown && sheet.layer ? wordUnder(sheet.layer, at) : -1;
    if (word === this.word) return;
    this.word = word;
    this.goesThere = false;
    this.#showPointed();
  }

  /** Marks the word that is pointed at, here and in the text. */
  #showPointed() {
    const { view, word } = this;
    const { shown, sheet, screen, store } = view;
    clearTimeout(this.timer);
    const isOne = word >= 0 && shown && sheet.layer;
    sheet.element.classList.toggle("al-pv-atword", Boolean(isOne));
    sheet.frames.show("pointed", isOne && sheet.layer ? framesOf(sheet.layer, [word]) : []);
    const place = isOne ? textOfWord(screen, store, shown.side, shown.page, word) : null;
    markText(screen, place ?? null);
    if (isOne) view.foot.textContent = this.#words(place);
    else view.focus.describe();
    if (place && this.goesThere) this.#goThere(place);
    else if (place) this.timer = setTimeout(() => revealText(screen, place), DWELL);
  }

  /** @param {TextPlace | null | undefined} place */
  #words(place) {
    const { sheet, shown, store, screen } = this.view;
    const text = `“${sheet.layer?.texts[this.word]}”`;
    if (place) return `${text}: row ${screen.grid.numberOf(place.row) + 1}; a click goes there.`;
    const why = shown && store.leftOut.get(`${shown.side} ${shown.page} ${this.word}`);
    return why === undefined || why === null ? text : `${text} is in no row: ${why}.`;
  }

  /** What was asked about a word came. */
  pointAgain() {
    if (this.word >= 0) this.#showPointed();
    else if (this.overText) this.pointText(this.overText);
  }

  /** @param {Point} at */
  #click(at) {
    this.point(at);
    if (this.word < 0) return;
    const { mode } = this.view.screen;
    if (mode && !mode.goToText) {
      this.view.screen.say("First finish what is open in the text (Enter or Esc).", true);
      return;
    }
    this.goesThere = true;
    this.#showPointed();
  }

  /** @param {TextPlace} place */
  #goThere(place) {
    this.goesThere = false;
    const { view } = this;
    if (view.covers) view.shut();
    if (view.screen.mode?.goToText) return view.screen.mode.goToText(place);
    goToText(view.screen, place);
    return markText(view.screen, place);
  }

  /**
   * The pointer is over the text, at a point of the window; null: it is not.
   * @param {Point | null} at
   */
  pointText(at) {
    const { view } = this;
    if (!view.isOpen) return;
    this.overText = at;
    clearTimeout(this.timer);
    const { shown, sheet, screen, store } = view;
    const under = at && shown && sheet.layer ? pieceUnder(screen, store, at) : null;
    const places = under?.piece.at ?? [];
    const isHere = under?.side === shown?.side;
    const numbers = isHere ? places.filter(([page]) => page === shown?.page).map(([, word]) => word) : [];
    const frames = sheet.layer ? framesOf(sheet.layer, numbers) : [];
    sheet.frames.show("pointed", frames);
    if (frames.length) this.timer = setTimeout(() => sheet.reveal(boxAround(frames)), DWELL);
    else if (under && places.length) this.#pointElsewhere(under.row, under.side, places[0][0]);
    else if (this.word < 0) view.focus.describe();
  }

  /**
   * A word of the text stands on another page than the one shown: of the row in focus, that page is shown.
   * @param {string} row
   * @param {Side} side
   * @param {number} page
   */
  #pointElsewhere(row, side, page) {
    const { view } = this;
    view.foot.textContent = `This word stands on ${inSentence(pageTitle({ side, page }, view.counts))}.`;
    if (row !== view.screen.row?.data.id) return;
    this.timer = setTimeout(() => {
      view.place.browseTo(side, page);
      this.pointAgain();
    }, DWELL);
  }

  stop() {
    clearTimeout(this.timer);
  }
}

/** @param {string} title */
const inSentence = (title) => title[0].toLowerCase() + title.slice(1);
