// @ts-check
// Whether the review may take the keys when it opens, and how a reviewer gives them to it.

/** @import { Screen } from "./screen.js" */
import { el } from "./dom.js";
import { refocus } from "./navigation.js";

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

/**
 * A button over the rows that stands there while the keys go elsewhere.
 * @param {Screen} screen
 */
export const beginButton = (screen) =>
  el(
    "button",
    "al-begin",
    { type: "button", onclick: () => refocus(screen) },
    "Click here to begin: then the keys work",
  );
