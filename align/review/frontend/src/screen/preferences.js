// @ts-check
// What a reviewer chose for the screen, kept in the browser for all documents.

import { browserStorage } from "../local/storage.js";

const PREFIX = "align-review-screen ";

/**
 * A choice; null where none was made or the browser keeps nothing.
 * @param {string} name
 */
export function readPreference(name) {
  try {
    return browserStorage()?.getItem(PREFIX + name) ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function writePreference(name, value) {
  try {
    browserStorage()?.setItem(PREFIX + name, value);
  } catch {
    // the choice holds until the page is closed
  }
}
