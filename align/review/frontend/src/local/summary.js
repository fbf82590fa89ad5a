// @ts-check
// A decision in a few values, as `align/review/decision_summary.py` gives them.

/** @import { LocalDesk, Step } from "./desk.js" */
/** @import { Change, Entry, Quote } from "../types/journal.js" */
/** @import { Summary } from "../types/summary.js" */
import { overlap } from "./places.js";
import { holdsPlace } from "./text-decisions.js";

/**
 * @param {LocalDesk} desk
 * @param {Step | undefined} step
 * @returns {Summary | null} null where there is no step
 */
export function summaryOf(desk, step) {
  if (!step) return null;
  const { after, entry } = step;
  const texts = textsOf(entry);
  return {
    op: entry.op,
    row: rowNumberOf(desk, step) + 1,
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
  const row = desk.rows[Math.min(rowNumberOf(desk, step), desk.rows.length - 1)];
  const [text] = textsOf(step.entry);
  const doubt = row.doubts?.find(
    ({ side, place }) => text?.side === side && place && overlap(place.spans, text.spans),
  );
  return {
    about: summaryOf(desk, step) ?? undefined,
    go: { row: row.id, ...(doubt ? { doubt: doubt.id } : {}) },
  };
}

/**
 * The number of the first row that a decision is about: of texts, the one decided first.
 * @param {LocalDesk} desk
 * @param {Step} step
 */
function rowNumberOf(desk, { at, entry }) {
  const [text] = textsOf(entry);
  const number = text ? desk.rows.findIndex((row) => holdsPlace(row, text)) : -1;
  return number < 0 ? at : number;
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
