// @ts-check
// One doubt at a time: a view in the place of the table that goes from open doubt to open doubt.

/** @import { Mode, Screen } from "./screen.js" */
/** @import { Doubt } from "../types/rows.js" */
/** @import { TextPlace } from "../model/row-places.js" */
import { actionOf } from "../model/bindings.js";
import { doubtProgress, findOpenDoubt, isOpen, rowsLeft, unsettledIds } from "../model/open-doubts.js";
import { timeInWords, timeLeft } from "../model/pace.js";
import { goToNextNeeding, refocus } from "./navigation.js";
import { AS_IN_TABLE, goToDoubtOf, KEYS_HERE } from "./one-doubt-keys.js";
import { describeDoubt } from "./one-doubt-text.js";
import { OneDoubtView } from "./one-doubt-view.js";
import { coverText } from "./page-cover.js";
import { pressedInPage } from "./page-keys.js";
import { wordHovered } from "./strip-pointing.js";
import { TypedDoubt } from "./typed-doubt.js";

/** @param {Screen} screen */
export function startOneDoubt(screen) {
  const mode = new OneDoubt(screen);
  screen.mode = mode;
  mode.begin();
}

/** @implements {Mode} */
export class OneDoubt {
  holdsCells = false;

  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    /** Milliseconds that each decision took. @type {number[]} */
    this.durations = [];
    this.shownSince = performance.now();
    /** The doubt that is being typed. @type {TypedDoubt | null} */
    this.typed = null;
    this.unsettled = unsettledIds(screen.grid.data);
    this.view = new OneDoubtView((action, key) => this.act(action, key));
    this.stripHolder = this.view.scan;
    this.view.texts.addEventListener("pointerover", ({ target }) => wordHovered(screen, target));
  }

  /** Shows the view: the doubt at the cursor, else the next one. */
  begin() {
    const { screen, view } = this;
    screen.pageView.element.before(view.element);
    screen.root.classList.add("al-one-open");
    coverText(screen.pageView);
    if (isOpen(screen.doubt)) this.show(screen.cursor.row, /** @type {Doubt} */ (screen.doubt));
    else this.#move(1, { row: screen.cursor.row, doubt: null });
    view.element.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {number} row
   * @param {Doubt} doubt
   */
  show(row, doubt) {
    this.shownSince = performance.now();
    this.screen.go(row, { side: doubt.side, doubt: doubt.id, focus: false });
    this.draw();
    this.screen.say(describeDoubt(row, doubt));
  }

  /** Draws the doubt at the cursor; where none is open, what is left to do. */
  draw() {
    const { screen, view, durations } = this;
    const rows = screen.grid.data;
    const progress = doubtProgress(rows);
    view.showProgress(progress, timeInWords(timeLeft(durations, progress.open)), screen.status.undo);
    if (!progress.open) view.showEnd(rowsLeft(rows));
    else if (screen.row && screen.doubt) view.showDoubt(screen, screen.row, screen.doubt);
    if (!this.typed) this.takeFocus();
  }

  /**
   * To the next open doubt; stays where there is none.
   * @param {1 | -1} step
   * @param {{ row: number, doubt: string | null }} from
   */
  #move(step, from) {
    const { screen } = this;
    const found = findOpenDoubt(screen.grid.data, from, step);
    if (!found) {
      this.draw();
      return screen.say("No doubt is left open.");
    }
    this.show(found.row, found.doubt);
    if (found.doubt.id === from.doubt) screen.say("This is the only doubt that is left.");
    else if (found.around && from.doubt)
      screen.say(`${AROUND[step]} ${describeDoubt(found.row, found.doubt)}`);
    return undefined;
  }

  /**
   * After a decision: the next open doubt of the document.
   * @param {string} from the id of the doubt that was decided on
   */
  goOn(from) {
    this.durations.push(performance.now() - this.shownSince);
    this.#move(1, { row: this.screen.cursor.row, doubt: from });
  }

  /** The doubt that is open again after undo; the next one where the one shown is settled. */
  afterPatch() {
    const { grid, doubt, cursor } = this.screen;
    const before = this.unsettled;
    this.unsettled = unsettledIds(grid.data);
    const again = [...this.unsettled].find((id) => !before.has(id));
    const row = again ? grid.data.findIndex((one) => one.doubts?.some(({ id }) => id === again)) : -1;
    const opened = grid.data[row]?.doubts?.find(({ id }) => id === again);
    if (opened) this.show(row, opened);
    else if (isOpen(doubt)) this.draw();
    else this.#move(1, { row: cursor.row, doubt: null });
  }

  /** The words have come, or their links: they are drawn. */
  afterDetail() {
    this.draw();
  }

  /** The keys have to reach the review. */
  takeFocus() {
    const { element } = this.view;
    if (!this.screen.dialog.isOpen && !element.contains(document.activeElement))
      element.focus({ preventScroll: true });
  }

  /**
   * @param {KeyboardEvent} event
   * @param {string} key
   */
  pressed(event, key) {
    const { pageView } = this.screen;
    if (pressedInPage(pageView, event, key)) return undefined;
    if (this.typed) return this.typed.pressed(event, key);
    const action = actionOf(key);
    const onButton = /** @type {Element} */ (event.target).matches("button");
    if (!action || (onButton && (key === "Enter" || key === "Space"))) return undefined;
    event.preventDefault();
    return action === "leave" && pageView.isOpen ? pageView.shut() : this.act(action, key);
  }

  /** @param {TextPlace} place */
  goToText(place) {
    goToDoubtOf(this, place);
  }

  /**
   * @param {string} action
   * @param {string} [key]
   */
  act(action, key = "") {
    if (this.typed && action !== "leave") return;
    const { screen } = this;
    const open = doubtProgress(screen.grid.data).open > 0;
    if (action === "leave" || action === "one-doubt" || (!open && action === "next")) this.leave(open);
    else if (action === "undo" || action === "keys" || (open && AS_IN_TABLE.includes(action)))
      screen.act(action, key);
    else if (open) this.#actHere(action);
  }

  /**
   * What a key does in this view only.
   * @param {string} action
   */
  #actHere(action) {
    const { row, doubt } = this.screen.cursor;
    /** @type {Record<string, () => void>} */
    const here = {
      next: () => this.#move(1, { row, doubt }),
      previous: () => this.#move(-1, { row, doubt }),
      edit: () => this.#type(),
      "row-down": () => this.view.scroll(1),
      "row-up": () => this.view.scroll(-1),
    };
    if (here[action]) here[action]();
    else this.screen.say(KEYS_HERE);
  }

  #type() {
    const { screen, view } = this;
    const { row, doubt } = screen;
    if (!row || !doubt) return;
    this.typed = new TypedDoubt(screen, row.data, doubt, (decided) => {
      this.typed = null;
      view.showTyping(null);
      if (decided) this.goOn(doubt.id);
      else this.draw();
      this.takeFocus();
    });
    view.showTyping(this.typed.element);
    this.typed.begin();
  }

  /**
   * Back to the table, to the row that was shown; where no doubt is open, to the next row that needs review.
   * @param {boolean} open whether doubts are open
   */
  leave(open) {
    const { screen, view } = this;
    screen.mode = null;
    view.element.remove();
    screen.root.classList.remove("al-one-open");
    screen.strip.follow();
    if (open) refocus(screen);
    else goToNextNeeding(screen);
  }

  /** The table is hidden: no click comes from it. */
  clicked() {}
}

const AROUND = { 1: "From the top again:", "-1": "From the end again:" };
