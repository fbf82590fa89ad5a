// @ts-check
// How far the reading of new documents is, with a button that stops it.

/** @import { ReadingProgress } from "../types/folder.js" */
import { button, el } from "../screen/dom.js";

export class ReadingBar {
  /** @param {() => void} stop */
  constructor(stop) {
    this.bar = el("progress", "", { max: 1, value: 0, "aria-label": "Reading" });
    this.text = el("span", "");
    this.element = el("div", "al-reading", { hidden: true }, this.bar, this.text, button("Stop", stop));
  }

  /** @param {ReadingProgress} message */
  show({ text, fraction }) {
    this.element.hidden = false;
    this.bar.value = fraction;
    this.text.textContent = text;
  }

  hide() {
    this.element.hidden = true;
  }
}
