// @ts-check
// The words and classes that stand for the states of rows and doubts.

/** @import { Doubt, Row, Side } from "../types/rows.js" */

/** The name of either column. @type {Record<Side, string>} */
export const SIDE_NAMES = { source: "Original", target: "Translation" };

/** The class of each family of doubts, by its kind or by the kind's first word. @type {Record<string, string>} */
const FAMILIES = {
  ocr: "al-ocr",
  layout: "al-layout",
  yours: "al-yours",
  "check.number": "al-number",
  "check.name": "al-name",
  check: "al-check",
};

/** @param {string} kind */
export const familyOf = (kind) => FAMILIES[kind] ?? FAMILIES[kind.split(".")[0]] ?? FAMILIES.check;

/** What was decided about a doubt, in words. @type {Record<Exclude<Doubt["state"], "open">, string>} */
const DECIDED = {
  accepted: "accepted",
  edited: "typed by hand",
  kept: "stays as it is",
  right: "a right word",
  answered: "settled by a correction",
};

/** @param {Doubt} doubt */
export const decisionOn = ({ state }) => (state === "open" ? "" : DECIDED[state]);

/** @typedef {"needs" | "confirmed" | "rejected" | "auto"} RowState */

/** The sign and the word for each state of a row. @type {Record<RowState, [sign: string, word: string]>} */
const BADGES = {
  needs: ["◆", "needs review"],
  confirmed: ["✓", "confirmed"],
  rejected: ["✗", "not a pair"],
  auto: ["○", "no doubts"],
};

/**
 * @param {Row} row
 * @returns {RowState}
 */
export const stateOf = (row) => (row.status === "auto" && row.needs ? "needs" : row.status);

/** @param {Row} row */
export const badgeOf = (row) => BADGES[stateOf(row)];

/**
 * Why the pairing is doubtful; undefined where nothing is doubtful or the row is decided on.
 * @param {Row} row
 */
export const openReason = (row) => (row.status === "auto" && row.why ? row.why : undefined);
