// @ts-check
// The pane with the page of the scan beside the text: it follows the cursor from row to row.

/** @import { Screen } from "./screen.js" */
/** @import { Side } from "../types/rows.js" */
/** @import { PageSettings } from "../model/page-settings.js" */
/** @import { PageAnswer } from "../types/page-view.js" */
/** @import { PagesAnswer } from "../types/pages.js" */
/** @import { Sides } from "../types/messages.js" */
import { settingsFrom } from "../model/page-settings.js";
import { shownSide } from "../model/row-places.js";
import { el } from "./dom.js";
import { refocus } from "./navigation.js";
import { PageControls } from "./page-controls.js";
import { coverText } from "./page-cover.js";
import { pageDivider } from "./page-divider.js";
import { PageFocus } from "./page-focus.js";
import { PageHand } from "./page-hand.js";
import { PagePlace } from "./page-place.js";
import { SharperPart } from "./page-sharper.js";
import { PageSheet } from "./page-sheet.js";
import { PageStore } from "./page-store.js";

const NOT_HERE = "Whole pages are shown in the notebook: this file does not hold them.";
const NO_PAGES = "This document was not read from pages: there is no page to show.";

export class PageView {
  /** How many pages each side has. @type {Partial<Record<Side, number>>} */
  counts = {};

  /** The page that is shown. @type {{ side: Side, page: number } | null} */
  shown = null;

  /** Whether the reviewer went to another page than that of the row in focus. */
  isAway = false;

  /** Whether the pane lies over the text, where there is no room beside it. */
  covers = false;

  /** The row and the doubt whose page was shown last. */
  followed = "";

  /**
   * @param {Screen} screen
   * @param {Partial<PageSettings>} [kept]
   */
  constructor(screen, kept) {
    this.screen = screen;
    this.settings = settingsFrom(kept);
    this.store = new PageStore(screen);
    this.sheet = new PageSheet(this.settings, {
      moved: () => this.place.moved(),
      resized: () => {
        this.#keepInSight();
        coverText(this);
      },
    });
    this.sharper = new SharperPart(screen, this.sheet);
    this.place = new PagePlace(this);
    this.focus = new PageFocus(this);
    this.hand = new PageHand(this);
    this.controls = new PageControls(this.hand.actions);
    this.note = el("p", "al-pv-note", { role: "status", hidden: true });
    this.foot = el("p", "al-pv-foot");
    const divider = pageDivider(
      () => this.settings.share,
      (share) => this.set({ share }),
    );
    const name = { "aria-label": "The page of the scan", hidden: true };
    const parts = [divider, this.controls.element, this.note, this.sheet.element, this.foot];
    this.element = el("section", "al-pageview", name, ...parts);
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /**
   * What the document has: pages on either side, or none.
   * @param {Sides} sides
   */
  offer(sides) {
    this.counts = { source: sides.source?.pages, target: sides.target?.pages };
    const has = Boolean(this.counts.source || this.counts.target) && !this.screen.local;
    this.screen.toolbar.pageButton.hidden = !has;
  }

  /** Opens the pane at the page of the row in focus, or shuts it. */
  toggle() {
    const { screen } = this;
    if (this.isOpen) return this.shut();
    if (screen.local) return screen.say(NOT_HERE, true);
    if (!shownSide(screen.cursor.side, this.counts)) return screen.say(NO_PAGES, true);
    this.element.hidden = false;
    this.set({});
    this.follow();
    coverText(this);
    if (!this.covers) return undefined;
    return screen.main.scrollIntoView({ block: "nearest" });
  }

  shut() {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.hand.point(null);
    coverText(this);
    this.screen.root.classList.remove("al-pv-open");
    refocus(this.screen);
  }

  /**
   * Changes how the page is shown; the change is remembered.
   * @param {Partial<PageSettings>} change
   */
  set(change) {
    Object.assign(this.settings, change);
    this.screen.root.style.setProperty("--al-pv-share", String(this.settings.share));
    this.screen.root.classList.add("al-pv-open");
    this.sheet.measure();
    this.sheet.refit();
    if (change.turn !== undefined || change.zoom !== undefined) this.focus.revealAgain();
    else this.#keepInSight();
    this.sheet.draw();
    this.screen.rememberPlace();
  }

  /** The view has another size: what was in sight of the row in focus stays there. */
  #keepInSight() {
    if (this.focus.isSeen || !this.focus.revealed) this.focus.revealAgain();
  }

  /** The cursor moved: the page of its row is shown, its words are framed. */
  follow() {
    const { screen } = this;
    if (!this.isOpen || !screen.row) return;
    if (this.covers) this.sheet.element.focus({ preventScroll: true });
    this.place.askAhead(screen.row.data.id);
    const places = this.store.placesOf(screen.row.data.id);
    if (!places) return;
    const at = `${screen.row.data.id} ${screen.cursor.doubt}`;
    const stays = this.isAway && at === this.followed;
    this.followed = at;
    if (stays) this.focus.frame();
    else this.place.goToRow(places);
  }

  /** To the page of the row in focus, from wherever the reviewer is. */
  back() {
    this.isAway = false;
    this.focus.forget();
    this.follow();
    if (this.covers) this.sheet.element.focus({ preventScroll: true });
    else refocus(this.screen);
  }

  /**
   * Shows another page than that of the row.
   * @param {1 | -1} by
   */
  step(by) {
    const { shown } = this;
    const page = (shown?.page ?? 0) + by;
    if (!shown || page < 0 || page >= (this.counts[shown.side] ?? 0)) return;
    this.isAway = true;
    const pressed = document.activeElement;
    this.place.browseTo(shown.side, page);
    if (pressed?.matches(":disabled")) this.sheet.element.focus({ preventScroll: true });
  }

  /** The keys to the page, or back to the text. */
  swapFocus() {
    if (!this.isOpen) this.toggle();
    if (!this.isOpen) return;
    if (this.element.contains(document.activeElement) && !this.covers) refocus(this.screen);
    else this.sheet.element.focus({ preventScroll: true });
  }

  /**
   * @param {PagesAnswer | PageAnswer} message
   * @returns {boolean} whether it was for this pane
   */
  receive(message) {
    if (message.is === "picture") return this.sharper.receive(message);
    if (message.is === "strips") return false;
    if (message.is === "page") this.place.receivePicture(message);
    else if (message.is === "page-layer") this.place.receiveLayer(message);
    else this.place.receivePlaces(message);
    return true;
  }

  /** Stops all timers and gives the memory of the pictures back. */
  close() {
    this.hand.stop();
    this.sharper.drop();
    this.sheet.close();
    this.store.close();
  }
}
