// @ts-check
// The dialog that shows where else a decision applies, before it is made.

/** @import { Screen } from "./screen.js" */
/** @import { Preview, PreviewPlace } from "../types/lists.js" */
import { refusal } from "../model/offers.js";
import { button, el, primaryButton } from "./dom.js";
import { goOn } from "./navigation.js";

/**
 * Asks where else the doubt in focus could be decided alike.
 * @param {Screen} screen
 * @param {boolean} accept whether its first suggestion is accepted, else the doubt is dismissed
 */
export function askEverywhere(screen, accept) {
  const { doubt } = screen;
  if (doubt?.state !== "open") return screen.say("No open doubt here: n goes to the next.", true);
  const refused = refusal(accept ? "accept-all" : "reject-all", doubt);
  if (refused) return screen.say(refused, true);
  const reading = doubt.suggestions[0]?.t;
  screen.send({ do: "preview", doubt: doubt.id, accept, pick: 0, reading });
  return undefined;
}

/** @typedef {{ box: HTMLInputElement, place: PreviewPlace }} Choice */

/**
 * @param {Screen} screen
 * @param {Preview} preview
 */
export function showPreview(screen, preview) {
  const choices = preview.places.map((place) => ({ box: drawBox(place), place }));
  const enter = () => {
    const others = choices.filter(({ box }) => box.checked).map(({ place }) => place.doubt);
    screen.dialog.shut();
    decideEverywhere(screen, preview, others);
  };
  const buttons = [primaryButton("Decide", enter), button("Cancel", () => screen.dialog.shut())];
  screen.dialog.open(previewTitle(preview), drawPlaces(choices), buttons, enter);
}

/** @param {PreviewPlace} place */
function drawBox({ doubt, why }) {
  const box = el("input", "", { type: "checkbox", "data-doubt": doubt });
  box.checked = why === "same";
  return box;
}

/** @param {Preview} preview */
const previewTitle = (preview) =>
  preview.accept
    ? `“${preview.old}” becomes ${preview.new ? `“${preview.new}”` : "nothing"}`
    : `“${preview.old}” stays as it is`;

/** @param {Choice[]} choices */
function drawPlaces(choices) {
  const same = choices.filter(({ place }) => place.why === "same").map(drawChoice);
  const alike = choices.filter(({ place }) => place.why === "habit").map(drawChoice);
  return [
    el("p", "", {}, "Here, and at the places chosen below."),
    ...(same.length ? [el("h3", "", {}, "The same word"), ...same] : []),
    ...(alike.length
      ? [el("h3", "", {}, "The same letters misread, each with its own suggestion"), ...alike]
      : []),
    ...(choices.length ? [] : [el("p", "", {}, "No other place is like it.")]),
  ];
}

/** @param {Choice} choice */
function drawChoice({ box, place }) {
  const [before, after] = place.around;
  const correction =
    place.new === null || place.new === undefined ? null : el("ins", "", {}, place.new || "(deleted)");
  const context = el("span", "al-context", {}, before, el("del", "", {}, place.old), " ", correction, after);
  return el("label", "al-place", {}, box, el("span", "al-n", {}, `row ${place.row}`), context);
}

/**
 * @param {Screen} screen
 * @param {Preview} preview
 * @param {string[]} others the other doubts that were chosen
 */
function decideEverywhere(screen, preview, others) {
  const { doubt, accept, pick } = preview;
  const ids = new Set([doubt, ...others]);
  const doubts = screen.grid.data.flatMap((row) => row.doubts ?? []).filter((one) => ids.has(one.id));
  const reading = preview.new ?? undefined;
  if (screen.decide({ do: "everywhere", doubt, accept, pick, reading, others }, doubts)) goOn(screen, doubt);
}
