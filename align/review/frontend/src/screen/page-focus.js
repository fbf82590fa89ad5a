// @ts-check
// The frames of the row in focus on the page in the pane: drawn, brought into sight, put into words.

/** @import { PageView } from "./page-view.js" */
/** @import { Point } from "../model/page-geometry.js" */
/** @import { Box } from "../types/pages.js" */
import { boxAround, boxInView } from "../model/page-geometry.js";
import { framesOf } from "../model/page-words.js";
import { wordsOn } from "../model/row-places.js";
import { textOf } from "../model/rows.js";
import { pageTitle } from "./page-title.js";

export class PageFocus {
  /** The page, the row and the doubt that were brought into sight last. */
  revealed = "";

  /** Whether words of the row in focus stand on the page. */
  isHere = false;

  /** The box around the doubt, else around the row. @type {Box | null} */
  box = null;

  /** Whether its middle was in sight when the page was drawn last. */
  isSeen = false;

  /** @param {PageView} view */
  constructor(view) {
    this.view = view;
  }

  /** The row is brought into sight when it is framed next. */
  forget() {
    this.revealed = "";
  }

  /** Frames the words of the row in focus, the doubted ones stronger, and brings them into sight. */
  frame() {
    const { shown, sheet, store, screen } = this.view;
    const places = screen.row && store.rows.get(screen.row.data.id);
    if (!shown || !sheet.layer || !places) return;
    const { side, page } = shown;
    const { doubt } = screen.cursor;
    const row = framesOf(sheet.layer, wordsOn(places, side, page));
    const doubted = doubt === null ? [] : wordsOn(places, side, page, ({ d }) => d === doubt);
    const strong = framesOf(sheet.layer, doubted);
    sheet.frames.show("row", row);
    sheet.frames.show("doubt", strong);
    this.box = boxAround(strong.length ? strong : row);
    this.#reveal(`${side} ${page} ${places.row} ${doubt}`, row, strong);
    this.isHere = row.length > 0;
    this.describe();
  }

  /**
   * Brings the row into sight, and in it the doubt; once.
   * @param {string} what
   * @param {Box[]} row
   * @param {Box[]} strong
   */
  #reveal(what, row, strong) {
    const { sheet } = this.view;
    if (what === this.revealed || !sheet.placing) return;
    this.revealed = what;
    sheet.reveal(boxAround(row));
    sheet.reveal(boxAround(strong));
  }

  /** The row in focus into sight: the page was turned or zoomed. */
  revealAgain() {
    this.revealed = "";
    this.frame();
  }

  /**
   * Where what is framed has its middle in the view; null where it is out of sight.
   * @returns {Point | null}
   */
  get middle() {
    const { placing, view } = this.view.sheet;
    if (!placing || !this.box) return null;
    const [left, top, right, bottom] = boxInView(this.box, placing);
    const at = { x: (left + right) / 2, y: (top + bottom) / 2 };
    return at.x >= 0 && at.y >= 0 && at.x <= view.width && at.y <= view.height ? at : null;
  }

  /** What is framed, in words. */
  describe() {
    const { shown, counts, sheet, foot, screen } = this.view;
    const title = pageTitle(shown, counts);
    const number = screen.cursor.row + 1;
    const text = screen.row && shown ? textOf(screen.row.data, shown.side) : "";
    sheet.element.setAttribute(
      "aria-label",
      this.isHere ? `${title}. Framed, row ${number}: ${text}` : title,
    );
    foot.textContent = this.isHere ? `Row ${number} is framed.` : `Row ${number} stands on another page.`;
  }
}
