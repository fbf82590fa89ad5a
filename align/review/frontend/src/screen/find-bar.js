// @ts-check
// The bar of a search: which hit is shown, how is searched.

import { button, el } from "./dom.js";

export class FindBar {
  /**
   * @param {{ step: (by: 1 | -1) => void, refilter: () => void, replace: () => void, focus: () => void }} options
   *   `focus`: gives the keys back to the search field after an option was ticked
   */
  constructor({ step, refilter, replace, focus }) {
    this.status = el("span", "al-hits", { role: "status" });
    const changed = () => {
      refilter();
      focus();
    };
    this.only = checkbox(changed);
    this.whole = checkbox(changed);
    this.forms = checkbox(changed);
    this.regex = checkbox(changed);
    this.formsLabel = option(this.forms, "Word forms", "a word in all its forms");
    this.formsLabel.hidden = true;
    this.element = el(
      "div",
      "al-findbar",
      { role: "group", "aria-label": "Search", hidden: true },
      button("◂ Previous hit", () => step(-1), { title: "Shift+Enter, Shift+F3" }),
      button("Next hit ▸", () => step(1), { title: "Enter, F3" }),
      this.status,
      el("span", "al-spring"),
      option(this.only, "Only rows with hits", "hide the other rows"),
      option(this.whole, "Whole words", "no parts of words"),
      this.formsLabel,
      option(this.regex, "Regular expression", "the search is a regular expression"),
      button("Replace …", replace, { title: "h" }),
    );
  }

  /** Offers word forms. */
  offerForms() {
    this.formsLabel.hidden = false;
  }

  /**
   * @param {string} text
   * @param {boolean} nothing whether nothing was found
   */
  show(text, nothing) {
    this.status.textContent = text;
    this.status.classList.toggle("al-nohits", nothing);
  }
}

/** @param {() => void} onchange */
const checkbox = (onchange) => el("input", "", { type: "checkbox", onchange });

/**
 * @param {HTMLInputElement} box
 * @param {string} text
 * @param {string} title
 */
const option = (box, text, title) => el("label", "al-option", { title }, box, " ", text);
