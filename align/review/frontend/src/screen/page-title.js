// @ts-check
// The name of a page, as the pane shows it.

/** @import { Side } from "../types/rows.js" */
import { SIDE_NAMES } from "./labels.js";

/**
 * `Page 2 of 7`; where both sides have pages, with the side.
 * @param {{ side: Side, page: number } | null} shown
 * @param {Partial<Record<Side, number>>} counts how many pages each side has
 */
export function pageTitle(shown, counts) {
  if (!shown) return "The page of the scan";
  const both = counts.source && counts.target;
  const of = both ? `, ${SIDE_NAMES[shown.side].toLowerCase()}` : "";
  return `Page ${shown.page + 1} of ${counts[shown.side]}${of}`;
}
