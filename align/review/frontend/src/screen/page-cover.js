// @ts-check
// The pane with the page over the text, where there is no room beside it.

/** @import { PageView } from "./page-view.js" */

/**
 * What lies under the pane gets no focus, and leaves it to the page; what lies beside it does.
 * @param {PageView} view
 */
export function coverText(view) {
  const { element, sheet } = view;
  const { main } = view.screen;
  const active = document.activeElement;
  view.covers = view.isOpen && getComputedStyle(element).position === "absolute";
  if (view.covers && main.contains(active) && !element.contains(active))
    sheet.element.focus({ preventScroll: true });
  for (const part of main.children)
    if (part instanceof HTMLElement && part !== element) part.inert = view.covers;
}
