// @ts-check
// Which page stands in the pane, its picture, and which pages are asked for ahead.

/** @import { PageView } from "./page-view.js" */
/** @import { PageLayerMessage, PlacesMessage, RowPlaces } from "../types/page-view.js" */
/** @import { PageMessage } from "../types/pages.js" */
/** @import { Side } from "../types/rows.js" */
import { zoomOf } from "../model/page-settings.js";
import { pageOf, shownSide } from "../model/row-places.js";
import { findRow, otherSide } from "../model/rows.js";
import { pageTitle } from "./page-title.js";

/** Pixels by which the width of a picture is rounded up: a pane a bit wider needs no other one. */
const WIDTH_STEP = 256;

/** Pixels of the width of a picture of a whole page at most; what is zoomed beyond comes in parts. */
const MOST_WIDTH = 2048;

export class PagePlace {
  /** @param {PageView} view */
  constructor(view) {
    this.view = view;
  }

  /**
   * To the page of the row in focus.
   * @param {RowPlaces} places
   */
  goToRow(places) {
    const { view } = this;
    const { cursor, doubt } = view.screen;
    const first = shownSide(doubt?.side ?? cursor.side, view.counts);
    if (!first) return;
    view.isAway = false;
    for (const side of [first, otherSide(first)]) {
      const page = view.counts[side] ? pageOf(places, side, cursor.doubt) : null;
      if (page !== null) return this.#show(side, page);
    }
    this.#showNowhere(first);
  }

  /**
   * To another page.
   * @param {Side} side
   * @param {number} page
   */
  browseTo(side, page) {
    this.view.focus.forget();
    this.#show(side, page);
  }

  /**
   * The row in focus stands on no page.
   * @param {Side} side
   */
  #showNowhere(side) {
    const { view } = this;
    view.sheet.frames.clear();
    if (!view.shown) this.#show(side, 0);
    view.foot.textContent = "The row in focus stands on no page.";
  }

  /**
   * @param {Side} side
   * @param {number} page
   */
  #show(side, page) {
    const { view } = this;
    const { shown, sheet, store } = view;
    if (shown?.side !== side || shown.page !== page || !sheet.layer) {
      view.shown = { side, page };
      view.sharper.drop();
      sheet.layer = null;
      sheet.frames.clear();
      sheet.showPicture(null, false);
      view.element.dataset.shows = "";
      store.forgetMissing(side, page);
    }
    const layer = store.layer(side, page);
    if (layer && sheet.layer !== layer) sheet.showPage(layer);
    this.#showPicture();
    view.focus.frame();
    view.controls.showPage(pageTitle(view.shown, view.counts), page, view.counts[side] ?? 0, view.isAway);
  }

  /** The picture of the page, as far as it is there; its words in its place where it is missing. */
  #showPicture() {
    const { shown, store, sheet, note, element } = this.view;
    if (!shown) return;
    const picture = store.picture(shown.side, shown.page, this.#width());
    const missing = Boolean(picture && !picture.image);
    if (missing || sheet.image !== (picture?.image ?? null))
      sheet.showPicture(picture?.image ?? null, missing);
    note.textContent = missing
      ? `${sentence(picture?.trouble ?? "")} The words are drawn where they stand.`
      : "";
    note.hidden = !missing;
    const drawn = missing ? "text" : "picture";
    element.dataset.shows = picture && sheet.layer ? drawn : "";
    sheet.element.setAttribute("aria-busy", String(!picture));
    if (picture) this.#prefetch();
  }

  /** The width at which a picture is asked for. */
  #width() {
    const { sheet, settings } = this.view;
    const zoom = settings.zoom === "page" ? 1 : Math.max(settings.zoom, 1);
    const shape = settings.turn % 180 ? 1.42 : 1;
    const wanted = sheet.view.width * zoom * shape * (globalThis.devicePixelRatio || 1);
    return Math.min(Math.ceil(Math.max(wanted, 1) / WIDTH_STEP) * WIDTH_STEP, MOST_WIDTH);
  }

  /**
   * Where the line of the row is known already, its page is asked for along with the places of its words.
   * @param {string} row
   */
  askAhead(row) {
    const { store, screen, counts } = this.view;
    const side = shownSide(screen.doubt?.side ?? screen.cursor.side, counts);
    const line = side && !store.rows.get(row) && screen.pictures.linesNow(row)?.sides[side]?.[0];
    if (side && line) this.#prefetchPage(side, line.page);
  }

  /** Asks for what is shown next: the next row, the next that needs review, the next page. */
  #prefetch() {
    const { shown, store, counts, screen } = this.view;
    const { rows } = screen.grid;
    const needing = findRow(rows, screen.cursor.row, 1, ({ data }) => data.needs);
    for (const row of [rows[needing], rows[screen.cursor.row + 1]]) if (row) store.placesOf(row.data.id);
    const places = rows[needing] && store.rows.get(rows[needing].data.id);
    if (!shown) return;
    const ahead = places && pageOf(places, shown.side, null);
    for (const page of new Set([ahead ?? shown.page, shown.page + 1]))
      if (page !== shown.page && page < (counts[shown.side] ?? 0)) this.#prefetchPage(shown.side, page);
  }

  /**
   * @param {Side} side
   * @param {number} page
   */
  #prefetchPage(side, page) {
    this.view.store.layer(side, page);
    this.view.store.picture(side, page, this.#width());
  }

  /** @param {PageLayerMessage} message */
  receiveLayer(message) {
    const { view } = this;
    view.store.receiveLayer(message);
    if (!isShown(view, message)) return;
    this.#show(message.side, message.page);
    view.hand.pointAgain();
  }

  /** @param {PageMessage} message */
  async receivePicture(message) {
    const { view } = this;
    await view.store.receivePicture(message);
    if (isShown(view, message)) this.#showPicture();
  }

  /** @param {PlacesMessage} message */
  receivePlaces(message) {
    const { view } = this;
    view.store.receivePlaces(message);
    if (message.row !== null && message.row === view.screen.row?.data.id) view.follow();
    view.hand.pointAgain();
  }

  /** The page was drawn at another place or scale. */
  moved() {
    const { shown, sheet, store, controls, settings, sharper } = this.view;
    const { placing } = sheet;
    this.view.focus.isSeen = this.view.focus.middle !== null;
    controls.showSettings(settings, placing && zoomOf(placing.scale, settings, placing.page, sheet.view));
    const picture = shown && store.pictures.values.get(`${shown.side} ${shown.page}`);
    if (shown && picture?.image) sharper.moved(shown.side, shown.page, picture.image.naturalWidth);
  }
}

/**
 * @param {PageView} view
 * @param {{ side: Side, page: number }} message
 */
const isShown = ({ isOpen, shown }, { side, page }) => isOpen && shown?.side === side && shown.page === page;

/** @param {string} text */
const sentence = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);
