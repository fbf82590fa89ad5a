// @ts-check
// The words that are right in the whole project: those of the page, and those that were added on it.

/** @import { LocalDesk } from "./desk.js" */
/** @import { PageRow } from "../types/page.js" */

/**
 * @param {LocalDesk} desk
 * @returns {Set<string>} as word lists hold them
 */
export function listedWords({ lists, done }) {
  const added = done.flatMap(({ listed }) => (listed === undefined ? [] : listed));
  return new Set([...lists.words, ...added]);
}

/**
 * Whether a row holds a doubt about a word.
 * @param {PageRow} row
 * @param {string} word as word lists hold it
 */
export const holdsWord = ({ doubts = [] }, word) => doubts.some((doubt) => doubt.listed === word);
