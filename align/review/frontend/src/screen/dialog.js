// @ts-check
// A dialog over the whole window, one at a time: the review may be taller than the window.

/** @import { Child } from "./dom.js" */
import { newId } from "../model/values.js";
import { el } from "./dom.js";

/** What Tab goes to. */
const TAB_STOPS = "button:enabled, input, select, [tabindex='0']";

export class Dialog {
  /** @param {() => void} onShut called after it was shut: the focus goes back */
  constructor(onShut) {
    this.onShut = onShut;
    this.element = el("div", "al-dialog", {
      role: "dialog",
      "aria-modal": "true",
      popover: "manual",
      hidden: true,
    });
    /** What Enter does. @type {(() => void) | null} */
    this.enter = null;
    /** Called when a decision changed rows while it is open. @type {(() => void) | null} */
    this.onPatch = null;
    /** Called with what went wrong while it is open. @type {((text: string) => void) | null} */
    this.onTrouble = null;
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /**
   * @param {string} title
   * @param {Child[]} content
   * @param {HTMLButtonElement[]} buttons
   * @param {(() => void) | null} [enter] what Enter does
   */
  open(title, content, buttons, enter = null) {
    this.enter = enter;
    this.onPatch = null;
    this.onTrouble = null;
    const heading = el("h2", "", { id: `al-d${newId()}` }, title);
    const body = el(
      "div",
      "al-sheetbody",
      { tabindex: "0", role: "region", "aria-label": title },
      ...content,
    );
    const sheet = el("div", "al-sheet", {}, heading, body, el("div", "al-buttons", {}, ...buttons));
    this.element.setAttribute("aria-labelledby", heading.id);
    this.element.replaceChildren(sheet);
    this.element.hidden = false;
    this.element.showPopover?.();
    this.#first()?.focus();
  }

  /** @returns {HTMLElement | null} */
  #first() {
    return (
      this.element.querySelector("input") ??
      this.element.querySelector(".al-primary") ??
      this.element.querySelector("button")
    );
  }

  shut() {
    if (this.element.matches(":popover-open")) this.element.hidePopover();
    this.element.hidden = true;
    this.enter = null;
    this.onPatch = null;
    this.onShut();
  }

  /**
   * A key pressed while it is open: Esc or ? shuts it, Enter decides, Tab goes round inside.
   * @param {KeyboardEvent} event
   * @param {string} key
   */
  pressed(event, key) {
    const target = /** @type {Element} */ (event.target);
    const shuts = key === "Escape" || (key === "?" && !target.matches("input"));
    const enters = key === "Enter" && !target.matches("button:not(.al-primary)") ? this.enter : null;
    if (!shuts && !enters && key !== "Tab") return;
    event.preventDefault();
    if (shuts) this.shut();
    else if (enters) enters();
    else this.#moveFocus(event.shiftKey ? -1 : 1);
  }

  /** @param {1 | -1} step */
  #moveFocus(step) {
    /** @type {HTMLElement[]} */
    const all = [...this.element.querySelectorAll(/** @type {"input"} */ (TAB_STOPS))];
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    all[(at + step + all.length) % all.length].focus();
  }
}
