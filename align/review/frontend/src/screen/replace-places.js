// @ts-check
// The places that can be replaced, each with its context and a box to tick.

/** @import { CellText } from "../types/find.js" */
/** @import { Hit } from "../model/hits.js" */
import { replaceRanges } from "../model/replacement.js";
import { documentText, el } from "./dom.js";

/** Characters of context before and after a place. */
const CONTEXT = 40;

/**
 * `text`: the text of its cell. `made`: shows what it would become.
 * @typedef {{ hit: Hit, text: string, box: HTMLInputElement, made: HTMLElement }} Choice
 */

/**
 * @param {Hit[]} hits of one cell
 * @param {string} text the cell's
 * @param {() => void} onchange
 * @returns {Choice[]}
 */
export const choicesOf = (hits, text, onchange) =>
  hits.map((hit) => {
    const box = el("input", "", { type: "checkbox", onchange });
    box.checked = true;
    return { hit, text, box, made: el("ins", "") };
  });

/**
 * @param {Choice} choice
 * @param {number} number the row's, from 0
 */
export function drawChoice({ hit, text, box, made }, number) {
  const { start, stop } = hit;
  const before = `${start > CONTEXT ? "…" : ""}${text.slice(Math.max(start - CONTEXT, 0), start)}`;
  const after = `${text.slice(stop, stop + CONTEXT)}${text.length > stop + CONTEXT ? "…" : ""}`;
  const old = el("del", "", {}, ...documentText(text.slice(start, stop)));
  const context = el(
    "span",
    "al-context",
    {},
    ...documentText(before),
    old,
    " ",
    made,
    ...documentText(after),
  );
  return el("label", "al-place", {}, box, el("span", "al-n", {}, `row ${number + 1}`), context);
}

/**
 * The texts that the cells are to have.
 * @param {Choice[]} chosen in order
 * @param {string} find
 * @param {string} by
 * @returns {CellText[]}
 */
export function cellsOf(chosen, find, by) {
  /** @type {Map<string, Choice[]>} */
  const rows = new Map();
  for (const choice of chosen) rows.set(choice.hit.row, [...(rows.get(choice.hit.row) ?? []), choice]);
  return [...rows].map(([row, here]) => {
    const hits = here.map(({ hit }) => hit);
    return { row, text: replaceRanges(here[0].text, hits, find, by) };
  });
}
