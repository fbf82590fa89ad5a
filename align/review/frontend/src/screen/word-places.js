// @ts-check
// What the pane for a word shows.

/** @import { Screen } from "./screen.js" */
/** @import { Counted, Term, WordMessage } from "../types/find.js" */
/** @import { Hit } from "../model/hits.js" */
/** @import { Child } from "./dom.js" */
import { SIDES, textOf } from "../model/rows.js";
import { documentText, el } from "./dom.js";
import { SIDE_NAMES } from "./labels.js";

/** Places that are listed. */
const MOST = 200;

/** Characters of context before and after a place. */
const CONTEXT = 30;

/**
 * @param {Screen} screen
 * @param {WordMessage} message
 * @param {Hit[]} places
 * @param {(hit: Hit) => void} go
 * @returns {Child[]}
 */
export function drawWord(screen, { translations, glossary = [], names = [] }, places, go) {
  return [
    heading(translations ? "Translated as" : "Translated as …"),
    ...drawCounted(translations ?? [], "No link to a word of the other side."),
    ...(glossary.length ? [heading("Glossary"), ...glossary.map(drawTerm)] : []),
    ...SIDES.flatMap((side) => {
      const spelt = names.filter((name) => name.side === side);
      return spelt.length
        ? [heading(`Spelt in the ${SIDE_NAMES[side].toLowerCase()}`), ...drawCounted(spelt)]
        : [];
    }),
    heading(places.length === 1 ? "In 1 place" : `In ${places.length} places`),
    drawPlaces(screen, places, go),
    places.length > MOST ? el("p", "al-quiet", {}, `The first ${MOST} are listed; / finds all.`) : null,
  ];
}

/** @param {string} text */
const heading = (text) => el("h3", "al-wordhead", {}, text);

/**
 * @param {Counted[]} counted
 * @param {string} [none] what stands for an empty list
 */
function drawCounted(counted, none = "") {
  if (!counted.length) return [el("p", "al-quiet", {}, none)];
  const drawn = counted.map(({ text, count }) => el("li", "", {}, ...documentText(text), ` × ${count}`));
  return [el("ul", "al-counted", {}, ...drawn)];
}

/** @param {Term} term */
function drawTerm({ source, targets, forbidden }) {
  const not = forbidden.length ? `; not: ${forbidden.join(", ")}` : "";
  return el("p", "al-term", {}, ...documentText(`${source} → ${targets.join(", ")}${not}`));
}

/**
 * @param {Screen} screen
 * @param {Hit[]} places
 * @param {(hit: Hit) => void} go
 */
function drawPlaces(screen, places, go) {
  const rows = new Map(screen.grid.rows.map((row) => [row.data.id, row]));
  const drawn = places.slice(0, MOST).map((hit) => {
    const row = rows.get(hit.row);
    return row && hit.where !== "comment"
      ? el("li", "", {}, drawPlace(hit, row.number, textOf(row.data, hit.where), go))
      : null;
  });
  return el("ul", "al-wordplaces", {}, ...drawn);
}

/**
 * @param {Hit} hit
 * @param {number} number the row's, from 0
 * @param {string} text the cell's
 * @param {(hit: Hit) => void} go
 */
function drawPlace(hit, number, text, go) {
  const { start, stop, was } = hit;
  const before = text.slice(Math.max(start - CONTEXT, 0), start);
  return el(
    "button",
    "al-wordplace",
    { type: "button", onclick: () => go(hit) },
    el("span", "al-n", {}, `row ${number + 1} `),
    ...documentText(before),
    el("strong", "", {}, ...documentText(text.slice(start, stop))),
    ...documentText(text.slice(stop, stop + CONTEXT)),
    was === undefined ? null : ` (was read “${was}”)`,
  );
}
