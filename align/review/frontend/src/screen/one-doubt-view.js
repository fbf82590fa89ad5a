// @ts-check
// What the view "one doubt at a time" shows: progress, the sentence with its partner, suggestions, keys.

/** @import { Summary } from "../types/summary.js" */
/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
/** @import { Doubt, Suggestion } from "../types/rows.js" */
/** @import { Child } from "./dom.js" */
import { button, documentText, el, primaryButton } from "./dom.js";
import { drawDoubtful, drawPartner } from "./one-doubt-text.js";

/** Suggestions that have a digit key. */
const MOST_SUGGESTIONS = 9;

/** Pixels that ↓ and ↑ scroll the texts by. */
const LINE = 60;

export class OneDoubtView {
  /** @param {(action: string, key?: string) => void} act what a button does */
  constructor(act) {
    this.act = act;
    this.bar = el("progress", "al-progress", { max: 1, value: 0, "aria-label": "doubts decided" });
    this.count = el("strong", "al-figure");
    this.time = el("span", "al-count");
    this.about = el("p", "al-one-about");
    this.texts = el("div", "al-one-texts");
    this.scan = el("div", "al-one-scan");
    this.further = el("div", "al-buttons al-one-further", { role: "group", "aria-label": "Suggestions" });
    this.acceptText = el("span", "al-one-accepts");
    this.accept = this.#keyButton("a", this.acceptText, "accept", "al-primary");
    this.reject = this.#keyButton("x", "Stays as it is", "reject");
    this.edit = this.#keyButton("e", "Type it", "edit");
    this.undo = button("↶ Undo", () => act("undo"), { title: "Ctrl+Z" });
    this.keys = el("div", "al-one-keys", { role: "group", "aria-label": "Decide" });
    this.typing = el("div", "al-one-typing");
    this.keys.append(
      this.accept,
      this.reject,
      this.edit,
      this.#keyButton("n", "Skip", "next", "al-one-skip"),
    );
    this.left = el("div", "");
    this.back = primaryButton("Back to the table", () => act("leave"), { title: "Esc" });
    const heading = el("h2", "", {}, "✓ Every doubt is decided.");
    this.end = el("div", "al-one-end", { hidden: true }, heading, this.left, this.back);
    this.element = this.#build();
  }

  #build() {
    const back = button("Back to the table", () => this.act("leave"), { title: "Esc" });
    const spring = el("span", "al-spring");
    const head = el("div", "al-one-head", {}, this.bar, this.count, this.time, spring, this.undo, back);
    return el(
      "section",
      "al-one",
      { tabindex: "-1", "aria-label": "One doubt at a time" },
      head,
      this.about,
      this.texts,
      this.scan,
      this.further,
      this.typing,
      this.keys,
      this.end,
    );
  }

  /**
   * @param {string} key
   * @param {Child} text
   * @param {string} action
   * @param {string} [name] a class
   */
  #keyButton(key, text, action, name = "") {
    const attributes = {
      type: "button",
      class: `al-button al-one-key ${name}`,
      onclick: () => this.act(action),
    };
    return el("button", "", attributes, el("kbd", "", {}, key), text);
  }

  /**
   * @param {{ total: number, decided: number }} progress
   * @param {string} time what the reviewer's pace makes of the rest; empty: not known
   * @param {Summary | null | undefined} undo what undo would take back
   */
  showProgress({ total, decided }, time, undo) {
    this.bar.max = Math.max(total, 1);
    this.bar.value = decided;
    this.count.textContent = `${decided} of ${total}`;
    this.time.textContent = time;
    this.undo.disabled = !undo;
  }

  /**
   * @param {Screen} screen
   * @param {RowView} row
   * @param {Doubt} doubt
   */
  showDoubt(screen, row, doubt) {
    const { sides } = screen.grid;
    this.#showParts(true);
    const number = el("strong", "", {}, `Row ${row.number + 1}`);
    const reason = doubt.reason ? ` — ${doubt.reason}` : "";
    this.about.replaceChildren(number, ` · ${doubt.word}${reason}`);
    this.texts.replaceChildren(drawDoubtful(row, doubt, sides), drawPartner(row, doubt, sides));
    for (const mark of this.texts.querySelectorAll(".al-one-mark, .al-linked"))
      mark.scrollIntoView({ block: "nearest" });
    this.#showSuggestions(doubt);
  }

  /**
   * Scrolls both texts.
   * @param {1 | -1} direction
   */
  scroll(direction) {
    for (const text of this.texts.children) text.scrollBy({ top: direction * LINE });
  }

  /** @param {Doubt} doubt */
  #showSuggestions({ kind, suggestions: [best, ...others] }) {
    const moved = kind === "layout.moved";
    this.accept.disabled = !best && !moved;
    this.acceptText.replaceChildren(
      ...(best ? ["Accept ", ...shown(best)] : [moved ? "The move is right" : "Accept"]),
    );
    const further = others
      .slice(0, MOST_SUGGESTIONS - 1)
      .map((suggestion, n) => this.#further(suggestion, n + 2));
    this.further.hidden = !further.length || this.isTyping;
    this.further.replaceChildren(...further);
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} digit
   */
  #further(suggestion, digit) {
    const key = String(digit);
    const attributes = { type: "button", onclick: () => this.act("pick", key) };
    return el("button", "al-button", attributes, el("kbd", "", {}, key), " ", ...shown(suggestion));
  }

  /** Whether the reviewer types the text in doubt. */
  get isTyping() {
    return this.typing.childElementCount > 0;
  }

  /**
   * Puts a field in the place of the keys; null: puts the keys back.
   * @param {HTMLElement | null} field
   */
  showTyping(field) {
    this.typing.replaceChildren(...(field ? [field] : []));
    this.keys.hidden = this.isTyping;
    this.further.hidden ||= this.isTyping;
  }

  /**
   * Every doubt is decided: what is left to do.
   * @param {{ doubtful: number, byHand: number }} left numbers of rows
   */
  showEnd({ doubtful, byHand }) {
    const first = this.end.hidden;
    this.#showParts(false);
    const lines = [
      doubtful ? `${rows(doubtful)} whose pairing is in doubt` : "",
      byHand ? `${rows(byHand)} paired by hand, to be confirmed` : "",
    ].filter(Boolean);
    this.left.replaceChildren(
      el("p", "", {}, lines.length ? "What is left in the table:" : "No row needs review."),
      el("ul", "", {}, ...lines.map((line) => el("li", "", {}, line))),
    );
    if (first) this.back.focus();
  }

  /** @param {boolean} doubt whether a doubt is shown, else the end */
  #showParts(doubt) {
    for (const part of [this.about, this.texts, this.scan, this.further]) part.hidden = !doubt;
    this.keys.hidden = !doubt || this.isTyping;
    this.end.hidden = doubt;
    this.element.classList.toggle("al-one-ended", !doubt);
  }
}

/** @param {Suggestion} suggestion */
const shown = ({ t }) => [el("span", "al-new", {}, ...(t ? documentText(t) : ["∅ delete it"]))];

/** @param {number} count */
const rows = (count) => (count === 1 ? "1 row" : `${count} rows`);
