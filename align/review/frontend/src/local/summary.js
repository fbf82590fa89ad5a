// @ts-check
// A decision in a few values, as `align/review/decision_summary.py` gives them.

/** @import { LocalDesk, Step } from "./desk.js" */
/** @import { Change, Entry, Quote } from "../types/journal.js" */
/** @import { Summary } from "../types/summary.js" */
import { isSame } from "./pairing.js";

/**
 * @param {Step | undefined} step
 * @returns {Summary | null} null where there is no step
 */
export function summaryOf(step) {
  if (!step) return null;
  const { at, after, entry } = step;
  const texts = textsOf(entry);
  return {
    op: entry.op,
    row: at + 1,
    rows: entry.op === "confirm" ? entry.rows.length : after.length,
    ...(texts.length ? { old: spaced(texts[0].old), places: texts.length } : {}),
    ...(texts[0]?.new === undefined ? {} : { new: spaced(texts[0].new) }),
    ...(entry.op === "arrange" ? { verb: entry.verb } : {}),
    ...(entry.op === "later" ? { on: entry.on } : {}),
  };
}

/**
 * What the answer to an undo or redo holds besides: the decision, and where it is seen.
 * @param {LocalDesk} desk
 * @param {Step} step
 */
export function broughtBack(desk, step) {
  const row = desk.rows[Math.min(step.at, desk.rows.length - 1)];
  const [text] = textsOf(step.entry);
  const doubt = row.doubts?.find((one) => text && isSame(one.place?.spans, text.spans));
  return { about: summaryOf(step) ?? undefined, go: { row: row.id, ...(doubt ? { doubt: doubt.id } : {}) } };
}

/**
 * The texts that a decision is about; none where it is about rows.
 * @param {Entry} entry
 * @returns {(Quote & Partial<Change>)[]}
 */
function textsOf(entry) {
  if ("change" in entry) return [entry.change];
  if ("changes" in entry) return entry.changes;
  if ("quotes" in entry) return entry.quotes;
  return "quote" in entry ? [entry.quote] : [];
}

/** @param {string} text */
const spaced = (text) => text.trim().replace(/\s+/g, " ");
