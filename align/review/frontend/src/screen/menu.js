// @ts-check
// A button that opens a menu: arrows move in it, Esc and Tab leave it, a click beside it shuts it.

import { el } from "./dom.js";

/**
 * A line of a menu; `key`: the key that does the same.
 * @typedef {{ text: string, act: () => void, key?: string }} MenuItem
 */

/** Pixels between a menu and the edge of the window. */
const MARGIN = 4;

/**
 * A button with a menu.
 * @param {string} label
 * @param {MenuItem[]} items
 * @param {string} [name] what distinguishes the button, kept when the parts around it are drawn anew
 */
export function menuButton(label, items, name = label) {
  const menu = el("div", "al-menu", { role: "menu", "aria-label": label, popover: "manual" });
  const opener = el(
    "button",
    "al-button",
    { type: "button", "aria-haspopup": "menu", "aria-expanded": "false", "data-act": name },
    label,
    el("span", "", { "aria-hidden": "true" }, " ▾"),
  );
  const holder = el("span", "al-menuholder", {}, opener, menu);
  new Menu(holder, opener, menu, items);
  return holder;
}

class Menu {
  /**
   * @param {HTMLElement} holder
   * @param {HTMLButtonElement} opener
   * @param {HTMLElement} menu
   * @param {MenuItem[]} items
   */
  constructor(holder, opener, menu, items) {
    this.opener = opener;
    this.menu = menu;
    this.items = items.map((item) => this.#draw(item));
    menu.append(...this.items);
    opener.addEventListener("click", () => (this.isOpen ? this.#shut() : this.#open(0)));
    holder.addEventListener("keydown", (event) => this.#pressed(event));
    holder.addEventListener("focusout", ({ relatedTarget }) => {
      if (!holder.contains(/** @type {Node | null} */ (relatedTarget))) this.#shut();
    });
  }

  get isOpen() {
    return this.opener.getAttribute("aria-expanded") === "true";
  }

  /** @param {MenuItem} item */
  #draw({ text, act, key }) {
    const onclick = () => {
      this.#shut();
      this.opener.focus();
      act();
    };
    return el(
      "button",
      "al-menuitem",
      { type: "button", role: "menuitem", tabindex: "-1", onclick },
      el("span", "", {}, text),
      key ? el("kbd", "", {}, key) : null,
    );
  }

  /** @param {number} at the item that gets the focus */
  #open(at) {
    this.opener.setAttribute("aria-expanded", "true");
    this.menu.classList.add("al-menu-open");
    this.menu.showPopover?.();
    this.#place();
    this.items.at(at)?.focus();
  }

  /** Puts the menu under its button; above it, and to the left, where the window ends. */
  #place() {
    const button = this.opener.getBoundingClientRect();
    const { width, height } = this.menu.getBoundingClientRect();
    const below = button.bottom + height + MARGIN <= innerHeight;
    const top = below ? button.bottom : Math.max(button.top - height, MARGIN);
    const left = Math.max(Math.min(button.left, innerWidth - width - MARGIN), MARGIN);
    Object.assign(this.menu.style, { top: `${top}px`, left: `${left}px` });
  }

  #shut() {
    if (!this.isOpen) return;
    this.opener.setAttribute("aria-expanded", "false");
    this.menu.classList.remove("al-menu-open");
    this.menu.hidePopover?.();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (!this.isOpen) this.#pressedShut(event);
    else if (event.key === "Tab") this.#shut();
    else if (event.key === "Escape") this.#leave(event);
    else this.#move(event);
  }

  /** @param {KeyboardEvent} event */
  #pressedShut(event) {
    const at = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (at === undefined) return;
    take(event);
    this.#open(at);
  }

  /** @param {KeyboardEvent} event */
  #leave(event) {
    take(event);
    this.#shut();
    this.opener.focus();
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const count = this.items.length;
    const at = this.items.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const next = { ArrowDown: at + 1, ArrowUp: at + count - 1, Home: 0, End: count - 1 }[event.key];
    if (next === undefined) return;
    take(event);
    this.items[next % count].focus();
  }
}

/**
 * No other part of the screen gets the key.
 * @param {KeyboardEvent} event
 */
function take(event) {
  event.preventDefault();
  event.stopPropagation();
}
