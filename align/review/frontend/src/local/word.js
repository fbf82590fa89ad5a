// @ts-check
// What the page knows of a word: its forms, and the words of the other side that are linked to it.

/** @import { LocalDesk } from "./desk.js" */
/** @import { Counted } from "../types/find.js" */
/** @import { MessageOf } from "../types/messages.js" */
/** @import { PageRow } from "../types/page.js" */
/** @import { Side } from "../types/rows.js" */
import { otherSide } from "../model/rows.js";
import { WORD } from "../model/words.js";
import { formsOf } from "./forms.js";

/** Translations that are listed. */
const MOST = 12;

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"word">} message
 */
export function word(desk, { side, word: asked }) {
  const families = desk.forms ?? { source: [], target: [] };
  const [forms = [asked.toLowerCase()]] = formsOf(asked, families[side]);
  const known = desk.rows.some((row) => row.links);
  const translations = known
    ? translationsOf(desk, side, new Set(forms), families[otherSide(side)])
    : undefined;
  desk.receive({ is: "word", side, word: asked, forms, translations: translations ?? [] });
}

/**
 * The words that are linked to a word, forms of one word together, the most frequent first.
 * @param {LocalDesk} desk
 * @param {Side} side
 * @param {Set<string>} forms
 * @param {string[][]} families the forms of the other side
 * @returns {Counted[]}
 */
function translationsOf(desk, side, forms, families) {
  /** @type {Map<string, Counted>} */
  const found = new Map();
  for (const text of desk.rows.flatMap((row) => linkedWords(row, side, forms))) {
    const [[first] = [text]] = formsOf(text, families);
    const counted = found.get(first) ?? { text, count: 0 };
    counted.count += 1;
    found.set(first, counted);
  }
  return [...found.values()].sort((one, other) => other.count - one.count).slice(0, MOST);
}

/**
 * @param {PageRow} row
 * @param {Side} side
 * @param {Set<string>} forms
 */
function linkedWords({ cells, links = [] }, side, forms) {
  const own = wordsOfPieces(cells[side]);
  const other = wordsOfPieces(cells[otherSide(side)]);
  return links.flatMap(([source, target]) => {
    const [here, there] = side === "source" ? [source, target] : [target, source];
    const isLinked = own.get(here)?.some((one) => forms.has(one.toLowerCase()));
    return isLinked ? (other.get(there) ?? []) : [];
  });
}

/**
 * The words of each piece of a cell, by its id.
 * @param {PageRow["cells"]["source"]} sentences
 * @returns {Map<string, string[]>}
 */
const wordsOfPieces = (sentences) =>
  new Map(sentences.flatMap(({ pieces }) => pieces.map(({ id, t }) => [id, t.match(WORD) ?? []])));
