// @ts-check
// Cutting a cell: the reviewer chooses the word that begins the new row.

/** @import { Mode, Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
import { elementsOfPiece, removeClass } from "./dom.js";
import { refocus } from "./navigation.js";

/** @param {Screen} screen */
export function startSplit(screen) {
  const detail = screen.row?.detail;
  if (!detail) return screen.say("One moment: the words are on their way.");
  const sentences = detail.cells[screen.cursor.side];
  const words = sentences.flatMap((sentence) => sentence.pieces.map((piece) => piece.id ?? ""));
  if (words.length < 2) return screen.say("There is nothing to cut here.", true);
  const border = sentences[0].pieces.length;
  const at = border > 0 && border < words.length ? border : Math.floor(words.length / 2);
  screen.mode = new SplitMode(screen, words, at);
  return undefined;
}

/** @implements {Mode} */
export class SplitMode {
  holdsCells = false;

  /**
   * @param {Screen} screen
   * @param {string[]} words the ids of the cell's words
   * @param {number} at the word that is chosen
   */
  constructor(screen, words, at) {
    this.screen = screen;
    this.words = words;
    this.at = at;
    screen.say("Where does the new row begin? ← → choose the word, Enter cuts, Esc leaves; or click on it.");
    this.#drawCaret();
  }

  #drawCaret() {
    removeClass(this.screen.grid.body, "al-caret");
    const row = this.screen.row?.element;
    const words = row && elementsOfPiece(row, this.words[this.at]);
    words?.[0]?.classList.add("al-caret");
  }

  /** Shows the caret again after the cells were drawn. */
  afterDetail() {
    this.#drawCaret();
  }

  /** @param {string} word the id of the word that begins the new row */
  #split(word) {
    const { screen } = this;
    this.#end();
    if (screen.row) screen.decide({ do: "split", row: screen.row.data.id, piece: word });
  }

  #end() {
    removeClass(this.screen.grid.body, "al-caret");
    this.screen.mode = null;
    refocus(this.screen);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {string} key
   */
  pressed(event, key) {
    const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -this.words.length, End: this.words.length };
    const step = steps[/** @type {keyof typeof steps} */ (key)];
    if (step) this.#move(step);
    else if (key === "Enter" || key === "s") this.#split(this.words[this.at]);
    else if (key === "Escape") this.#end();
    else return;
    event.preventDefault();
  }

  /** @param {number} step */
  #move(step) {
    this.at = Math.min(Math.max(this.at + step, 1), this.words.length - 1);
    this.#drawCaret();
  }

  /**
   * @param {MouseEvent} event
   * @param {RowView} row
   */
  clicked(event, row) {
    const word = /** @type {Element} */ (event.target).closest("[data-p]");
    if (row !== this.screen.row || !(word instanceof HTMLElement)) return;
    event.preventDefault();
    this.#split(word.dataset.p ?? "");
  }
}
