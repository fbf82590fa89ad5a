// @ts-check
// A doubt in the panel: its suggestions and what can be decided, or what was decided.

/** @import { Screen } from "./screen.js" */
/** @import { Doubt, Suggestion } from "../types/rows.js" */
import { fraction } from "../model/values.js";
import { button, documentText, el } from "./dom.js";
import { drawEvidence } from "./evidence.js";
import { decisionOn, familyOf } from "./labels.js";

/**
 * @param {Screen} screen
 * @param {Doubt} doubt
 */
export function drawCard(screen, doubt) {
  const chosen = doubt.id === screen.cursor.doubt;
  const open = doubt.state === "open";
  const name = `al-card${chosen ? " al-card-chosen" : ""}${open ? "" : " al-card-settled"}`;
  const onmousedown = chosen ? null : (/** @type {MouseEvent} */ event) => choose(screen, doubt, event);
  const card = el(
    "div",
    name,
    { "data-card": doubt.id, onmousedown },
    open ? openHead(doubt) : settledHead(doubt),
  );
  if (chosen) card.append(...(open ? openBody(screen, doubt) : [openAgainButton(screen, doubt)]));
  return card;
}

/**
 * @param {Screen} screen
 * @param {Doubt} doubt
 * @param {MouseEvent} event
 */
function choose(screen, doubt, event) {
  if (/** @type {Element} */ (event.target).closest("button")) return;
  event.preventDefault();
  screen.go(screen.cursor.row, { side: doubt.side, doubt: doubt.id });
}

/** @param {Doubt} doubt */
const openHead = (doubt) =>
  el(
    "div",
    "al-cardhead",
    {},
    el("span", `al-mark ${familyOf(doubt.kind)} al-open`, {}, ...documentText(doubt.text)),
    el("span", "al-kind", {}, doubt.kind),
    doubt.confidence === undefined
      ? null
      : el("span", "al-figure", { title: "how sure the doubt is" }, fraction(doubt.confidence)),
  );

/** @param {Doubt} doubt */
function settledHead(doubt) {
  const correction = doubt.reading === undefined ? "" : ` → ${doubt.reading || "∅"}`;
  return el(
    "div",
    "al-cardhead",
    {},
    el("span", "al-read", {}, ...documentText(doubt.text), correction),
    el("span", "al-kind", {}, decisionOn(doubt)),
  );
}

/**
 * @param {Screen} screen
 * @param {Doubt} doubt
 */
const openAgainButton = (screen, doubt) =>
  button("Open again (o)", () => screen.decide({ do: "undecide", doubt: doubt.id }));

/**
 * @param {Screen} screen
 * @param {Doubt} doubt
 */
const openBody = (screen, doubt) => [
  el("p", "al-reason", {}, doubt.reason),
  ...doubt.suggestions.map((suggestion, n) => drawSuggestion(screen, suggestion, n)),
  doubtButtons(screen, doubt),
];

/**
 * @param {Screen} screen
 * @param {Suggestion} suggestion
 * @param {number} n its number, from 0
 */
const drawSuggestion = (screen, suggestion, n) =>
  el(
    "button",
    "al-suggestion",
    { type: "button", onclick: () => screen.act("pick", String(n + 1)) },
    el("kbd", "", {}, n ? String(n + 1) : "a"),
    el("span", "al-new", {}, ...(suggestion.t ? documentText(suggestion.t) : ["∅ delete it"])),
    el("span", "al-figure", {}, fraction(suggestion.c)),
    drawEvidence(suggestion.e),
  );

/**
 * @param {Screen} screen
 * @param {Doubt} doubt
 */
const doubtButtons = (screen, doubt) =>
  el(
    "div",
    "al-buttons",
    {},
    doubt.kind === "layout.moved" ? button("The move is right (a)", () => screen.act("accept")) : null,
    button("Dismiss (x)", () => screen.act("reject")),
    button("Right word (w)", () => screen.act("right")),
    button("Type (e)", () => screen.act("edit")),
    doubt.suggestions.length ? button("Accept everywhere (A)", () => screen.act("accept-all")) : null,
    button("Dismiss everywhere (X)", () => screen.act("reject-all")),
  );
