// @ts-check
// The evidence for a suggestion.

/** @import { Suggestion } from "../types/rows.js" */
import { el } from "./dom.js";

/**
 * The evidence in one line; null where there is none.
 * @param {Suggestion["e"]} evidence
 */
export const drawEvidence = (evidence) =>
  evidence?.length ? el("span", "al-evidence", {}, evidence.join(" · ")) : null;
