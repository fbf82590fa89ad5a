// @ts-check
// The head of the page view: which page, zoom, turn, light.

/** @import { PageSettings } from "../model/page-settings.js" */
import { LIMITS } from "../model/page-settings.js";
import { button, el } from "./dom.js";

/**
 * `step`: to the next page or the one before; `zoom`: by so many steps.
 * @typedef {{
 *   step(by: 1 | -1): void,
 *   back(): void,
 *   zoom(by: 1 | -1): void,
 *   fit(zoom: 1 | "page"): void,
 *   turn(by: 1 | -1): void,
 *   light(change: Partial<Pick<PageSettings, "brightness" | "contrast" | "invert">>): void,
 *   shut(): void,
 * }} PageActions
 */

export class PageControls {
  /** @param {PageActions} actions */
  constructor(actions) {
    this.actions = actions;
    this.title = el("h2", "");
    this.earlier = button("‹", () => actions.step(-1), { "aria-label": "Page before", title: "PageUp" });
    this.later = button("›", () => actions.step(1), { "aria-label": "Next page", title: "PageDown" });
    this.back = button("To the row", actions.back, { title: "the page of the row in focus", hidden: true });
    this.zoom = el("span", "al-pv-zoom");
    this.brightness = slider("Brightness", LIMITS.brightness, (brightness) => actions.light({ brightness }));
    this.contrast = slider("Contrast", LIMITS.contrast, (contrast) => actions.light({ contrast }));
    this.invert = el("input", "", {
      type: "checkbox",
      onchange: () => actions.light({ invert: this.invert.checked }),
    });
    this.light = this.#light();
    this.element = el("div", "al-pv-head", {}, this.#first(), this.#second(), this.light);
  }

  #first() {
    const shut = button("Close", this.actions.shut, { title: "v or Esc" });
    const pages = el("span", "al-pv-group", {}, this.earlier, this.later, this.back);
    return el("div", "al-pv-bar", {}, this.title, pages, el("span", "al-spring"), shut);
  }

  #second() {
    const { zoom, fit, turn } = this.actions;
    const light = button("Light", () => this.#toggleLight(light), { "aria-expanded": "false" });
    return el(
      "div",
      "al-pv-bar",
      { role: "group", "aria-label": "How the page is shown" },
      button("−", () => zoom(-1), { "aria-label": "Smaller", title: "− or Ctrl+wheel" }),
      this.zoom,
      button("+", () => zoom(1), { "aria-label": "Larger", title: "+ or Ctrl+wheel" }),
      button("Width", () => fit(1), { title: "as wide as the pane; on the page: 0" }),
      button("Whole page", () => fit("page")),
      button("⟲", () => turn(-1), { "aria-label": "Turn left", title: "turn left" }),
      button("⟳", () => turn(1), { "aria-label": "Turn right", title: "turn right" }),
      light,
    );
  }

  #light() {
    const reset = button("As it is", () =>
      this.actions.light({ brightness: 100, contrast: 100, invert: false }),
    );
    return el(
      "div",
      "al-pv-bar",
      { role: "group", "aria-label": "Light", hidden: true },
      labelled("Brightness", this.brightness),
      labelled("Contrast", this.contrast),
      el("label", "al-option", {}, this.invert, "Invert"),
      reset,
    );
  }

  /** @param {HTMLElement} opener */
  #toggleLight(opener) {
    this.light.hidden = !this.light.hidden;
    opener.setAttribute("aria-expanded", String(!this.light.hidden));
  }

  /**
   * @param {string} title
   * @param {number} page from 0
   * @param {number} count
   * @param {boolean} isAway whether it is not the page of the row in focus
   */
  showPage(title, page, count, isAway) {
    this.title.textContent = title;
    this.earlier.disabled = page <= 0;
    this.later.disabled = page >= count - 1;
    this.back.hidden = !isAway;
  }

  /**
   * @param {PageSettings} settings
   * @param {number | null} zoom of the page as it is shown, 1: as wide as the pane
   */
  showSettings({ brightness, contrast, invert }, zoom) {
    this.zoom.textContent = zoom === null ? "" : `${Math.round(zoom * 100)} %`;
    this.brightness.value = String(brightness);
    this.contrast.value = String(contrast);
    this.invert.checked = invert;
  }
}

/**
 * @param {string} label
 * @param {[least: number, most: number]} limits
 * @param {(value: number) => void} changed
 */
function slider(label, [min, max], changed) {
  const made = el("input", "al-pv-slider", {
    type: "range",
    min,
    max,
    step: 5,
    "aria-label": `${label}, per cent`,
    oninput: () => changed(Number(made.value)),
  });
  return made;
}

/**
 * @param {string} text
 * @param {HTMLElement} field
 */
const labelled = (text, field) =>
  el("span", "al-option", {}, el("span", "", { "aria-hidden": "true" }, text), field);
