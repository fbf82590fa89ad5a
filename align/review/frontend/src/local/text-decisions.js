// @ts-check
// Decisions about texts, each by its place: the rows that hold some of it are changed together.

/** @import { LocalDesk } from "./desk.js" */
/** @import { Operation } from "../types/journal.js" */
/** @import { Asked } from "../types/messages.js" */
/** @import { PageRow } from "../types/page.js" */
/** @import { Place, Verdict } from "./verdicts.js" */
import { deepCopy } from "./pairing.js";
import { overlap } from "./places.js";
import { holdsWord, listedWords } from "./project-words.js";
import { giveVerdict, refreshDoubts } from "./verdicts.js";

/** @typedef {{ place: Place, verdict: Verdict | null }} TextDecision */

/**
 * @param {LocalDesk} desk
 * @param {Asked} message
 * @param {TextDecision[]} decisions
 * @param {Operation} operation
 * @param {string} [word] a word that is right from now on, as word lists hold it
 */
export function decideTexts(desk, message, decisions, operation, word) {
  const words = listedWords(desk);
  if (word) words.add(word);
  /** @param {PageRow} row */
  const isChanged = (row) =>
    decisions.some(({ place }) => holdsPlace(row, place)) || (word !== undefined && holdsWord(row, word));
  const numbers = [...desk.rows.keys()].filter((at) => isChanged(desk.rows[at]));
  const first = numbers[0] ?? 0;
  const rows = desk.rows.slice(first, (numbers.at(-1) ?? -1) + 1);
  for (const at of numbers) rows[at - first] = decidedRow(desk, desk.rows[at], decisions, words);
  desk.decide(message, first, rows.length, rows, operation, word);
}

/**
 * A row with some of the decisions.
 * @param {LocalDesk} desk
 * @param {PageRow} before
 * @param {TextDecision[]} decisions
 * @param {Set<string>} words
 * @returns {PageRow}
 */
function decidedRow(desk, before, decisions, words) {
  const row = deepCopy(before);
  for (const { place, verdict } of decisions)
    if (holdsPlace(row, place)) giveVerdict(desk, row, place, verdict);
  refreshDoubts(desk, row, words);
  return row;
}

/**
 * Whether a row holds some of a place.
 * @param {Pick<PageRow, "cells">} row
 * @param {Place} place
 */
export const holdsPlace = ({ cells }, { side, spans }) =>
  cells[side].some((sentence) => overlap(sentence.spans, spans));
