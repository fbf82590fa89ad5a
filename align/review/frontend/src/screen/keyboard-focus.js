// @ts-check
// Whether the review may take the keys when it opens, and what tells that it has not.

import { el } from "./dom.js";

/** Where somebody types. */
const EDITORS = ".cm-editor, input, textarea, select, [contenteditable='true']";

/**
 * Whether nobody types elsewhere: the focus is nowhere, or on the notebook around the review.
 * @param {HTMLElement} root
 */
export function mayTakeKeys(root) {
  const active = document.activeElement;
  if (!active || active === document.body) return true;
  const around = root.closest(".jp-NotebookPanel, .jp-Notebook");
  return around !== null && (active.contains(root) || around.contains(active)) && !active.closest(EDITORS);
}

/** A line over the rows that stands there while the keys go elsewhere; a click on it falls on the row beneath. */
export const beginHint = () =>
  el("div", "al-begin", { "aria-hidden": "true" }, "Click a row to begin: then the keys work");
