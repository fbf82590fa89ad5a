// @ts-check
// A doubt in the panel: its suggestions and what can be decided, or what was decided.

/** @import { Screen } from "./screen.js" */
/** @import { Doubt, Suggestion } from "../types/rows.js" */
import { shortened } from "../model/decision-words.js";
import { applies } from "../model/offers.js";
import { shortcutOf } from "../model/shortcuts.js";
import { documentText, el } from "./dom.js";
import { decisionOn, familyOf } from "./labels.js";
import { menuButton } from "./menu.js";
import { drawWhy } from "./why.js";

/** Characters up to which the text in doubt is drawn as it is marked in its row. */
const SHORT = 32;

/** Characters of a longer text that a card shows. */
const SHOWN = 72;

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
    { "data-card": doubt.id, "data-kind": doubt.kind, onmousedown },
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

/**
 * How sure it is that something is wrong; the suggestion has a word of its own.
 * @param {string} sure
 */
const errorWords = (sure) => (sure === "please look" ? sure : `${sure === "sure" ? "surely" : sure} wrong`);

/** @param {Doubt} doubt */
const openHead = (doubt) =>
  el(
    "div",
    "al-cardhead",
    {},
    drawText(doubt),
    el("span", "al-kind", {}, doubt.word),
    doubt.sure ? el("span", "al-sureness", { title: SURENESS }, errorWords(doubt.sure)) : null,
  );

const SURENESS = "how sure it is that something is wrong here";

/**
 * The text in doubt, marked as in its row; a long one shortened and plain.
 * @param {Doubt} doubt
 */
const drawText = ({ text, kind }) =>
  text.length > SHORT
    ? el("span", "al-cardtext al-plain", { title: text }, ...documentText(shortened(text, SHOWN)))
    : el("span", `al-cardtext al-mark ${familyOf(kind)} al-open`, {}, ...documentText(text));

/** @param {Doubt} doubt */
function settledHead(doubt) {
  const correction = doubt.reading === undefined ? "" : ` → ${shortened(doubt.reading || "nothing", SHOWN)}`;
  return el(
    "div",
    "al-cardhead",
    {},
    el("span", "al-read", {}, ...documentText(shortened(doubt.text, SHOWN)), correction),
    el("span", "al-kind", {}, decisionOn(doubt)),
  );
}

/**
 * @param {Screen} screen
 * @param {Doubt} doubt
 */
const openAgainButton = (screen, doubt) =>
  choice({
    key: shortcutOf("undecide"),
    text: "open again",
    act: () => screen.decide({ do: "undecide", doubt: doubt.id }),
  });

/**
 * @param {Screen} screen
 * @param {Doubt} doubt
 */
const openBody = (screen, doubt) => [
  el("p", "al-reason", {}, doubt.reason),
  ...drawMain(screen, doubt),
  ...doubt.suggestions.slice(1).map((one, n) => drawSuggestion(screen, one, n + 1)),
  el("div", "al-buttons", {}, ...smallButtons(screen, doubt)),
  ...(screen.panel.whyOpen ? [drawWhy(doubt)] : []),
];

/**
 * The main action, large: the first suggestion; without one, that the text stays.
 * @param {Screen} screen
 * @param {Doubt} doubt
 */
function drawMain(screen, doubt) {
  if (doubt.suggestions.length) return [drawSuggestion(screen, doubt.suggestions[0], 0)];
  const [action, text] =
    doubt.kind === "layout.moved"
      ? ["accept", "it stands in the right place"]
      : ["reject", "it stays as it is"];
  return [mainButton({ key: shortcutOf(action), text, act: () => screen.act(action), name: action })];
}

/**
 * @param {Screen} screen
 * @param {Suggestion} suggestion
 * @param {number} n its number, from 0
 */
const drawSuggestion = (screen, { t, sure }, n) =>
  el(
    "button",
    `al-suggestion${n ? "" : " al-main-action"}`,
    {
      type: "button",
      "data-reading": t,
      "data-act": `pick-${n}`,
      onclick: () => screen.act("pick", String(n + 1)),
    },
    el("kbd", "", {}, n ? String(n + 1) : shortcutOf("accept")),
    el(
      "span",
      "",
      {},
      ...(t ? [el("span", "al-new", {}, ...documentText(t)), n ? null : " — take it"] : ["delete it"]),
    ),
    sure ? el("span", "al-sureness", {}, sure) : null,
  );

/** @typedef {{ key: string, text: string, act: () => void, name?: string }} Choice */

/** @param {Choice} what */
const mainButton = ({ key, text, act, name }) =>
  el(
    "button",
    "al-suggestion al-main-action",
    { type: "button", "data-act": name, onclick: act },
    el("kbd", "", {}, key),
    el("span", "", {}, text),
  );

/** @param {Choice} what */
const choice = ({ key, text, act, name }) =>
  el(
    "button",
    "al-button al-choice",
    { type: "button", "data-act": name, onclick: act },
    el("kbd", "", {}, key),
    text,
  );

/**
 * @param {Screen} screen
 * @param {Doubt} doubt
 */
function smallButtons(screen, doubt) {
  /** @param {string} action @param {string} text */
  const acts = (action, text) =>
    choice({ key: shortcutOf(action), text, act: () => screen.act(action), name: action });
  const more = MORE.filter(([action]) => applies(action, doubt)).map(([action, text]) => ({
    text,
    key: shortcutOf(action),
    act: () => screen.act(action),
  }));
  return [
    doubt.suggestions.length ? acts("reject", "stays as it is") : null,
    applies("edit", doubt) ? acts("edit", "type it") : null,
    more.length ? menuButton("More", more, "more") : null,
    whyButton(screen),
  ];
}

/** @type {[action: string, text: string][]} */
const MORE = [
  ["right", "A right word, in the whole project"],
  ["accept-all", "Take the first suggestion everywhere …"],
  ["reject-all", "It stays as it is everywhere …"],
];

/** @param {Screen} screen */
const whyButton = (screen) =>
  el(
    "button",
    "al-button al-choice",
    {
      type: "button",
      "data-act": "why",
      "aria-expanded": String(screen.panel.whyOpen),
      title: "the numbers behind it",
      onclick: () => screen.act("why"),
    },
    el("kbd", "", {}, shortcutOf("why")),
    "why?",
  );
