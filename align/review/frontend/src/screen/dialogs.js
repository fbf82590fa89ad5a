// @ts-check
// The dialogs: all keys, a row by its number, the lists of what was set aside and moved.

/** @import { Screen } from "./screen.js" */
/** @import { AsidePiece, ListedPiece, Lists } from "../types/lists.js" */
/** @import { Binding } from "../model/bindings.js" */
/** @import { Child } from "./dom.js" */
import { KEYS } from "../model/bindings.js";
import { shownKey } from "../model/keyboard.js";
import { button, documentText, el, primaryButton } from "./dom.js";

/** @param {Screen} screen */
const closeButton = ({ dialog }) => primaryButton("Close", () => dialog.shut());

/** @param {Screen} screen */
export function showKeys(screen) {
  const groups = KEYS.map(([group, bindings]) =>
    el("section", "al-keys", {}, el("h3", "", {}, group), el("dl", "", {}, ...bindings.flatMap(drawBinding))),
  );
  screen.dialog.open("Keys", groups, [closeButton(screen)]);
}

/** @param {Binding} binding */
function drawBinding([, keys, description]) {
  const names = keys.length > 3 ? ["1 – 9"] : keys.map(shownKey);
  const drawn = names.flatMap((name, n) => [n ? " " : "", el("kbd", "", {}, name)]);
  return [el("dt", "", {}, ...drawn), el("dd", "", {}, description)];
}

/** @param {Screen} screen */
export function askRowNumber(screen) {
  const { rows } = screen.grid;
  const field = el("input", "al-search", {
    type: "number",
    min: 1,
    max: rows.length,
    "aria-label": "Row number",
  });
  const enter = () => {
    const at = Number(field.value) - 1;
    screen.dialog.shut();
    if (screen.grid.rows[at]) screen.go(at);
  };
  const buttons = [primaryButton("Go", enter), button("Cancel", () => screen.dialog.shut())];
  screen.dialog.open(`Go to row (1–${rows.length})`, [field], buttons, enter);
}

/**
 * @param {Screen} screen
 * @param {Lists} lists
 */
export function showLists(screen, { aside, moved, described = [], words }) {
  /** @type {Child[]} */
  const content = [
    el("h3", "", {}, `Set aside (${aside.length})`),
    ...(aside.length ? aside.map((piece) => drawAside(screen, piece)) : ["Nothing was set aside."]),
    el("h3", "", {}, `Moved (${moved.length})`),
    ...(moved.length
      ? moved.map((piece) => drawListed(...documentText(piece.text), reasonOf(piece)))
      : ["Nothing was moved."]),
    el("h3", "", {}, `What the file says of its document (${described.length})`),
    ...(described.length
      ? described.map((piece) => drawListed(...documentText(piece.text), reasonOf(piece)))
      : ["Nothing: all of it is in the rows or set aside."]),
    el("h3", "", {}, `Words called right (${words.length})`),
    el("p", "", {}, words.join(", ") || "None so far."),
  ];
  screen.dialog.open("Lists", content, [closeButton(screen)]);
}

/** @param {...Child} content */
const drawListed = (...content) => el("div", "al-place", {}, el("span", "al-context", {}, ...content));

/** @param {ListedPiece} piece */
const reasonOf = ({ reason, where }) => ` — ${reason}; ${where}`;

/**
 * @param {Screen} screen
 * @param {AsidePiece} piece
 */
function drawAside(screen, piece) {
  const { side, number } = piece;
  const bringBack = () => {
    screen.dialog.shut();
    screen.decide({ do: "bring-back", side, number });
  };
  const drawn = drawListed(el("code", "", {}, ...documentText(piece.text)), reasonOf(piece));
  drawn.append(piece.back ? el("span", "al-badge", {}, "brought back") : button("Bring back", bringBack));
  return drawn;
}
