// @ts-check
// Places of the raw file: which share a character, which cover a sentence.

/** @import { PageRow } from "../types/page.js" */
/** @import { Side, Span } from "../types/rows.js" */
import { SIDES } from "../model/rows.js";

/**
 * Whether two passages share a character.
 * @param {Span[]} one
 * @param {Span[]} two
 */
export const overlap = (one, two) =>
  one.some(([start, stop]) => two.some((other) => start < other[1] && other[0] < stop));

/**
 * Spans of which none begins where the one before it ends.
 * @param {Span[]} spans
 * @returns {Span[]}
 */
export function joinedSpans(spans) {
  /** @type {Span[]} */
  const joined = [];
  for (const [start, stop] of spans) {
    const last = joined.at(-1);
    if (last && last[1] === start) last[1] = stop;
    else joined.push([start, stop]);
  }
  return joined;
}

/**
 * Of each side, where the sentences of some rows begin and end.
 * @param {PageRow[]} rows
 * @returns {Record<Side, Span[]>}
 */
export function sentenceBounds(rows) {
  const [source, target] = SIDES.map((side) =>
    rows.flatMap((row) => row.cells[side]).map(({ spans }) => boundsOf(spans)),
  );
  return { source, target };
}

/**
 * @param {Span[]} spans
 * @returns {Span}
 */
const boundsOf = (spans) => [Math.min(...spans.map(([at]) => at)), Math.max(...spans.map(([, at]) => at))];

/**
 * Whether a passage holds one of the sentences from end to end.
 * @param {Span[]} sentences
 * @param {Span[]} spans
 */
export function coversSentence(sentences, spans) {
  const [first, last] = boundsOf(spans);
  return sentences.some(([start, stop]) => first <= start && stop <= last);
}
