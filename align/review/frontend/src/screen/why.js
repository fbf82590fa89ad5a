// @ts-check
// The numbers behind a doubt and a pairing: probabilities, and what each kind of evidence adds.

/** @import { Doubt, Row, Suggestion } from "../types/rows.js" */
import { shortened } from "../model/decision-words.js";
import { fraction, percent, signed } from "../model/values.js";
import { documentText, el } from "./dom.js";

/** Points that fill the bar. */
const FULL = 8;

/**
 * The numbers behind a doubt.
 * @param {Doubt} doubt
 */
export function drawWhy({ confidence, suggestions }) {
  const [best] = suggestions;
  return el(
    "div",
    "al-numbers",
    { role: "group", "aria-label": "Why?" },
    confidence === undefined ? null : line("Something is wrong here", percent(confidence)),
    ...suggestions.map((one) => line(one.t ? `«${shortened(one.t)}»` : "to delete it", percent(one.c))),
    best?.w ? el("p", "al-quiet", {}, "In the translation: ", ...documentText(`“${best.w}”`)) : null,
    ...(best?.e?.length ? drawContributions(best.e) : []),
  );
}

/**
 * The numbers behind a pairing; null where it has none.
 * @param {Row} row
 */
export function drawPairNumbers({ confidence, score, cells }) {
  if (confidence === undefined) return null;
  const paired = cells.source.length > 0 && cells.target.length > 0;
  return el(
    "div",
    "al-numbers",
    { role: "group", "aria-label": "Why this pair?" },
    line(paired ? "These two belong together" : "This has no partner", percent(confidence)),
    score === undefined ? null : line("Likeness in meaning (0 to 1)", fraction(score)),
  );
}

/**
 * @param {string} text
 * @param {string} number
 */
const line = (text, number) =>
  el("p", "al-number-line", {}, ...documentText(text), el("span", "al-figure", {}, number));

/**
 * @param {NonNullable<Suggestion["e"]>} contributions the largest first
 */
function drawContributions(contributions) {
  const rows = contributions.map(([label, points]) =>
    el(
      "tr",
      "",
      {},
      el("th", "", { scope: "row" }, label),
      el("td", "al-barcell", { "aria-hidden": "true" }, bar(points)),
      el("td", "al-figure", {}, signed(points)),
    ),
  );
  return [
    el(
      "table",
      "al-contributions",
      { "aria-label": "What speaks for the first suggestion" },
      el("tbody", "", {}, ...rows),
    ),
    el(
      "p",
      "al-quiet",
      {},
      "+ speaks for the first suggestion, − against it. Each point makes it 2.7 times likelier.",
    ),
  ];
}

/** @param {number} points */
function bar(points) {
  const made = el("span", `al-bar ${points < 0 ? "al-bar-against" : ""}`);
  made.style.inlineSize = `${Math.min(Math.abs(points) / FULL, 1) * 100}%`; // no style attribute: the policy forbids it
  return made;
}
