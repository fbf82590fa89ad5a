// @ts-check
// Pointing: a word in the strip shows its place in the text, a word in the text its place in the strip.

/** @import { Screen } from "./screen.js" */
/** @import { Strip } from "./strip.js" */
/** @import { PageWord } from "../types/pages.js" */
/** @import { Side } from "../types/rows.js" */
import { rowNumberOf, SIDES } from "../model/rows.js";
import { pieceAtCaret, piecesAt, spansOfDoubt, spansOfPieces, touches } from "../model/strip.js";
import { elementsOfPiece, removeClass } from "./dom.js";

/** Keys that scroll the lines while they have the focus. */
const SCROLLING = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];

/** @param {Strip} strip */
export function listenToStrip(strip) {
  const { element, screen } = strip;
  element.addEventListener("pointermove", (event) => {
    const found = wordUnder(strip, event);
    markWord(screen, found?.side, found?.word);
  });
  element.addEventListener("pointerleave", () => markWord(screen, undefined, undefined));
  element.addEventListener("mousedown", (event) => event.stopPropagation());
  element.addEventListener("dblclick", (event) => event.stopPropagation());
  element.addEventListener("click", (event) => {
    const found = wordUnder(strip, event);
    if (found) goToWord(screen, found.side, found.word);
  });
  element.addEventListener("keydown", (event) => {
    const onLines = /** @type {Element} */ (event.target).matches(".al-strip-lines");
    if (onLines && SCROLLING.includes(event.key)) event.stopPropagation();
  });
}

/**
 * The word of the strip under the pointer.
 * @param {Strip} strip
 * @param {MouseEvent} event
 * @returns {{ side: Side, word: PageWord } | null}
 */
function wordUnder(strip, event) {
  const holder = /** @type {Element} */ (event.target).closest(".al-strip-line");
  const line = strip.lines.find((one) => one.element === holder);
  const word = line?.wordAt(event);
  return line && word ? { side: line.side, word } : null;
}

/**
 * Marks a word of a page in the text of the row in focus; without one, takes the mark away.
 * @param {Screen} screen
 * @param {Side | undefined} side
 * @param {PageWord | undefined} word
 */
export function markWord({ row, root, strip }, side, word) {
  if (strip.pointed === word) return;
  strip.pointed = word;
  removeClass(root, "al-pointed");
  for (const one of SIDES) strip.frame(one, "pointed", word && one === side ? [word.span] : []);
  if (!row || !side || !word) return;
  for (const { id } of piecesAt((row.detail ?? row.data).cells, side, word.span))
    for (const element of id ? elementsOfPiece(root, id) : []) element.classList.add("al-pointed");
}

/**
 * Goes to the place of a word of a page: to the doubt about it, else to its row.
 * @param {Screen} screen
 * @param {Side} side
 * @param {PageWord} word
 */
export async function goToWord(screen, side, word) {
  const { grid, pictures } = screen;
  const at = word.sentence === undefined ? -1 : rowNumberOf(grid.data, word.sentence);
  if (at < 0) return screen.say("This word is in no row: it was set aside as no part of the text.");
  const row = grid.rows[at];
  const [lines] = await pictures.lines([row.data.id]);
  const { cells } = row.detail ?? row.data;
  const doubt = (row.data.doubts ?? []).find(
    (one) => one.side === side && touches(spansOfDoubt(cells, one.id, lines), word.span),
  );
  return screen.go(at, { side, doubt: doubt?.id ?? screen.cursor.doubt, keepDoubt: false });
}

/**
 * Frames the word in the strip that the pointer is on in the text.
 * @param {Screen} screen
 * @param {EventTarget | null} target
 */
export function wordHovered({ row, strip }, target) {
  const word = target instanceof Element ? target.closest("[data-p]") : null;
  const isShown = row?.element.contains(word) || word?.closest(".al-one");
  const inside = word instanceof HTMLElement && isShown ? word.dataset.p : undefined;
  for (const side of SIDES) {
    const cells = row && inside ? (row.detail ?? row.data).cells : null;
    strip.frame(side, "pointed", cells && inside ? spansOfPieces(cells, side, new Set([inside])) : []);
  }
}

/**
 * Frames the word in the strip at which the caret stands in a text that is typed.
 * @param {Screen} screen
 * @param {EventTarget | null} target
 */
export function caretMoved({ row, strip, cursor }, target) {
  if (!row || !(target instanceof HTMLTextAreaElement) || !target.matches(".al-edit")) return;
  const sentences = (row.detail ?? row.data).cells[cursor.side].map(({ pieces }) => pieces);
  const piece = pieceAtCaret(sentences, target.value, target.selectionStart);
  strip.frame(cursor.side, "pointed", piece?.spans ?? []);
}
