// @ts-check
// How the parts of the screen lie in its root, and which events they listen to.

/** @import { Screen } from "./screen.js" */
import { el } from "./dom.js";
import { linkHovered } from "./highlights.js";
import { clicked, pressed } from "./input.js";
import { beginHint } from "./keyboard-focus.js";
import { caretMoved, wordHovered } from "./strip-pointing.js";

/**
 * Puts the parts into the root.
 * @param {Screen} screen
 * @returns {{ main: HTMLElement, live: HTMLElement }} grid and panel; the line that tells what happens
 */
export function buildLayout(screen) {
  const { root, summary, toolbar, find, grid, panel, wordPane, pageView, dialog } = screen;
  root.classList.add("al-desk");
  root.setAttribute("data-lm-suppress-shortcuts", "true");
  const begin = screen.local ? null : beginHint();
  const table = el("div", "al-table", {}, grid.element, screen.minimap.element);
  const main = el("div", "al-main", {}, table, panel.element, wordPane.element, pageView.element, begin);
  const live = el("div", "al-live", { role: "status", "aria-live": "polite" });
  root.append(summary.head, toolbar.element, find.bar.element);
  root.append(summary.warnings, summary.done, main, live, dialog.element);
  listen(screen);
  return { main, live };
}

/**
 * No key leaves the root: the notebook around it has keys of its own.
 * @param {Screen} screen
 */
function listen(screen) {
  const { root, grid, minimap, wordPane, pageView } = screen;
  minimap.listen();
  root.addEventListener("keydown", (event) => pressed(screen, event));
  for (const name of ["keyup", "keypress"]) root.addEventListener(name, (event) => event.stopPropagation());
  for (const name of ["keyup", "mouseup"])
    root.addEventListener(name, (event) => {
      wordPane.caretMoved(event.target);
      caretMoved(screen, event.target);
    });
  grid.body.addEventListener("mousedown", (event) => clicked(screen, event));
  grid.body.addEventListener("pointermove", ({ clientX: x, clientY: y }) =>
    pageView.hand.pointText({ x, y }),
  );
  grid.body.addEventListener("pointerleave", () => pageView.hand.pointText(null));
  grid.body.addEventListener("pointerover", (event) => {
    linkHovered(screen, event.target);
    wordHovered(screen, event.target);
  });
  grid.body.addEventListener("dblclick", (event) => {
    const cell = /** @type {Element} */ (event.target).closest(".al-cell");
    if (cell && !screen.mode) screen.act("edit");
  });
}
