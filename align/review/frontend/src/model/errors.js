// @ts-check
// Errors by their kinds: which letter was read for which, words run together, marks that are no text.

/** @import { FoundError } from "../types/lists.js" */

/** @typedef {{ kind: string, errors: FoundError[] }} ErrorGroup */

/**
 * The errors by kind, the largest group first. One that may be counted under several kinds is counted under
 * the most frequent of them.
 * @param {FoundError[]} errors
 * @returns {ErrorGroup[]}
 */
export function groupErrors(errors) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const kind of errors.flatMap(({ kinds }) => kinds)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  /** @type {Map<string, FoundError[]>} */
  const groups = new Map();
  for (const error of errors) {
    const [kind] = error.kinds.toSorted((one, two) => (counts.get(two) ?? 0) - (counts.get(one) ?? 0));
    const group = groups.get(kind) ?? [];
    group.push(error);
    groups.set(kind, group);
  }
  return [...groups]
    .map(([kind, found]) => ({ kind, errors: found }))
    .sort((one, two) => two.errors.length - one.errors.length || (one.kind < two.kind ? -1 : 1));
}

/**
 * How sure a suggestion is, in words.
 * @param {number} confidence 0–1
 */
export function sureness(confidence) {
  if (confidence >= 0.9) return "sure";
  return confidence >= 0.6 ? "likely" : "please look";
}

/** @param {number} count */
export const placesInWords = (count) => (count === 1 ? "1 place" : `${count} places`);
