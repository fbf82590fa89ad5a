// @ts-check
// A text with other words in some places.

/** @import { Range } from "./hits.js" */

/**
 * @param {string} text
 * @param {Range[]} ranges in order, none overlapping another
 * @param {string} find what was searched for
 * @param {string} by what replaces it
 */
export function replaceRanges(text, ranges, find, by) {
  let [made, at] = ["", 0];
  for (const { start, stop } of ranges) {
    made += text.slice(at, start) + inCaseOf(text.slice(start, stop), find, by);
    at = stop;
  }
  return made + text.slice(at);
}

/**
 * A replacement with the capital letters of what it replaces: as typed where that is spelt as it was
 * searched for, else all capitals, a capital first, or a small letter first.
 * @param {string} found
 * @param {string} find
 * @param {string} by
 */
export function inCaseOf(found, find, by) {
  if (found === find.trim()) return by;
  if (found.length > 1 && isCapital(found) && !isCapital(find)) return by.toUpperCase();
  const [first = ""] = found;
  if (isCapital(first)) return withFirst(by, (letter) => letter.toUpperCase());
  return first === first.toUpperCase() ? by : withFirst(by, (letter) => letter.toLowerCase());
}

/** Whether a text has capital letters and no small ones. @param {string} text */
const isCapital = (text) => text === text.toUpperCase() && text !== text.toLowerCase();

/**
 * @param {string} text
 * @param {(letter: string) => string} change
 */
function withFirst(text, change) {
  const [first = ""] = text;
  return change(first) + text.slice(first.length);
}
