// @ts-check
// All errors of one kind as a list: kinds, largest first; of one kind its places, to be decided in one go.

/** @import { Screen } from "./screen.js" */
/** @import { ErrorGroup } from "../model/errors.js" */
/** @import { FoundError } from "../types/lists.js" */
/** @import { Doubt, Row } from "../types/rows.js" */
import { contextOf } from "../model/context.js";
import { groupErrors, placesInWords, sureness } from "../model/errors.js";
import { openDoubts } from "../model/rows.js";
import { button, documentText, el, primaryButton } from "./dom.js";

/** @typedef {{ error: FoundError, doubt: Doubt, row: Row, number: number }} Place */

/**
 * Asks for the errors; until they come the dialog takes the keys.
 * @param {Screen} screen
 */
export function askErrors(screen) {
  if (!screen.mayAsk()) return;
  const { dialog } = screen;
  dialog.open(TITLE, ["Looking for errors …"], [button("Close", () => dialog.shut())]);
  dialog.onPatch = () => screen.send({ do: "errors" });
  dialog.onPatch();
}

/**
 * The errors have come: they are shown where the dialog still waits for them.
 * @param {Screen} screen
 * @param {FoundError[]} errors
 */
export function receiveErrors(screen, errors) {
  if (screen.dialog.onPatch) showErrors(screen, errors);
}

const TITLE = "Errors by kind";

/**
 * The kinds of error in the document.
 * @param {Screen} screen
 * @param {FoundError[]} errors
 * @param {string} [done] what was decided just now
 */
function showErrors(screen, errors, done = "") {
  const { dialog } = screen;
  const open = openPlaces(screen);
  const groups = groupErrors(errors.filter(({ doubt }) => open.has(doubt)));
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.kind;
  const list = el("div", "al-kinds");
  for (const group of groups) {
    const examples = group.errors.slice(0, EXAMPLES).map(({ doubt }) => open.get(doubt)?.doubt.text ?? "");
    list.append(drawKind(group, examples, () => showKind(screen, errors, group)));
  }
  list.addEventListener("keydown", moveInList);
  const none = el("p", "", {}, "No open doubt with a suggestion is left.");
  const about = el("p", "", {}, "Choose a kind to see its places and decide them in one go.");
  const close = button("Close", () => dialog.shut());
  const told = done ? el("p", "al-done", { role: "status" }, done) : null;
  dialog.open(TITLE, [told, ...(groups.length ? [about, list] : [none])], [close]);
  dialog.onPatch = () => screen.send({ do: "errors" });
  if (done) close.focus();
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-kind]")))
    if (one.dataset.kind === focused) one.focus();
}

/**
 * @param {ErrorGroup} group
 * @param {string[]} examples
 * @param {() => void} onclick
 */
const drawKind = ({ kind, errors }, examples, onclick) =>
  el(
    "button",
    "al-button al-kindbutton",
    { type: "button", "data-kind": kind, onclick },
    el("strong", "", {}, ...documentText(kind)),
    el("span", "al-count", {}, placesInWords(errors.length)),
    el("span", "al-examples", {}, ...documentText(examples.map((one) => one.slice(0, LONGEST)).join(" · "))),
  );

/** Places that a kind shows beside its name. */
const EXAMPLES = 4;

/** Characters of an example. */
const LONGEST = 30;

/**
 * The open doubts with their rows, by id.
 * @param {Screen} screen
 */
function openPlaces({ grid }) {
  const found = grid.data.flatMap((row, number) => openDoubts(row).map((doubt) => ({ doubt, row, number })));
  return new Map(found.map((place) => [place.doubt.id, place]));
}

/**
 * ↓ and ↑ go through the kinds.
 * @param {KeyboardEvent} event
 */
function moveInList(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  const next = { ArrowDown: target.nextElementSibling, ArrowUp: target.previousElementSibling }[event.key];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

/**
 * The places of one kind, each with its own suggestion; those that need no look are chosen at first.
 * @param {Screen} screen
 * @param {FoundError[]} errors of all kinds
 * @param {ErrorGroup} group
 */
function showKind(screen, errors, { kind, errors: found }) {
  const open = openPlaces(screen);
  const choices = found.flatMap((error) => {
    const place = open.get(error.doubt);
    return place ? [{ place: { ...place, error }, box: drawBox(error) }] : [];
  });
  const chosen = () => choices.filter(({ box }) => box.checked).map(({ place }) => place);
  /** @param {boolean} accept */
  const decide = (accept) => {
    const done = decideTogether(screen, chosen(), accept);
    if (done) showErrors(screen, errors, done);
  };
  const accept = primaryButton("", () => decide(true), { title: "Enter" });
  const count = () => {
    accept.textContent = `Accept at ${placesInWords(chosen().length)}`;
  };
  for (const { box } of choices) box.addEventListener("change", count);
  count();
  const stay = button("The chosen stay as they are", () => decide(false));
  const back = button("All kinds", () => showErrors(screen, errors));
  const title = `${kind}: ${placesInWords(choices.length)}`;
  const buttons = [accept, stay, back, button("Close", () => screen.dialog.shut())];
  screen.dialog.open(title, choices.map(drawChoice), buttons, () => decide(true));
}

/**
 * Chosen at first, unless it needs a look.
 * @param {FoundError} error
 */
function drawBox({ doubt, confidence }) {
  const box = el("input", "", { type: "checkbox", "data-doubt": doubt });
  box.checked = sureness(confidence) !== "please look";
  return box;
}

/** @param {{ place: Place, box: HTMLInputElement }} choice */
function drawChoice({ box, place: { row, doubt, number, error } }) {
  const [before, text, after] = contextOf(row, doubt).map((part) => documentText(part));
  const reading = error.new ? documentText(error.new) : ["∅"];
  const context = el(
    "span",
    "al-context",
    {},
    ...before,
    el("del", "", {}, ...text),
    " ",
    el("ins", "", {}, ...reading),
    ...after,
  );
  const sure = sureness(error.confidence);
  const name = `al-howsure${sure === "please look" ? " al-unsure" : ""}`;
  return el(
    "label",
    "al-place",
    {},
    box,
    el("span", "al-n", {}, `row ${number + 1}`),
    context,
    el("span", name, {}, sure),
  );
}

/**
 * One decision about all the places, which one undo takes back.
 * @param {Screen} screen
 * @param {Place[]} places
 * @param {boolean} accept whether each first suggestion is accepted, else all stay as they were read
 * @returns {string} what was done, in words; empty: nothing
 */
function decideTogether(screen, places, accept) {
  if (!places.length) return "";
  const [{ error }, ...others] = places;
  const reading = accept ? error.new : undefined;
  const sent = screen.decide(
    { do: "everywhere", doubt: error.doubt, accept, reading, others: others.map(({ doubt }) => doubt.id) },
    places.map(({ doubt }) => doubt),
  );
  if (!sent) return "";
  const what = accept ? "corrected" : "left as read";
  const words = `${placesInWords(places.length)} ${what}. Undo (Ctrl+Z) takes all of it back at once.`;
  screen.say(words);
  return words;
}
