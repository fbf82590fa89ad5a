// @ts-check
// What is searched for: words as they stand, whole words, word forms or a regular expression.

/** @import { Side } from "../types/rows.js" */
/** @import { WordForms } from "../types/find.js" */

/**
 * `whole`: only whole words. `forms`: the forms of each word of the text; null: the words as they stand.
 * @typedef {{ text: string, regex?: boolean, whole?: boolean, forms?: Record<Side, WordForms> | null }} Query
 */

/** Where a search looks. @typedef {Side | "comment"} Where */

/** An expression for each place to look; null: nothing can be found there. @typedef {Record<Where, RegExp | null>} Matchers */

/** What stands between two words. */
const BETWEEN = "[^\\p{L}\\p{M}\\p{N}]+";
const NO_LETTER_BEFORE = "(?<![\\p{L}\\p{M}\\p{N}])";
const NO_LETTER_AFTER = "(?![\\p{L}\\p{M}\\p{N}])";

/**
 * The expressions that find a query. Case is folded.
 * @param {Query} query
 * @returns {Matchers | null} null where nothing is searched for
 * @throws {SyntaxError} where the query is no regular expression
 */
export function matchersOf({ text, regex = false, whole = false, forms = null }) {
  if (!text.trim()) return null;
  const plain = expression(regex ? text : literal(text, whole));
  if (!forms) return { source: plain, target: plain, comment: plain };
  return { source: formsExpression(forms.source), target: formsExpression(forms.target), comment: plain };
}

/** @param {string} source */
const expression = (source) => new RegExp(source, "giu");

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * A text as an expression; with `whole` no letter stands before or after it.
 * @param {string} text
 * @param {boolean} whole
 */
function literal(text, whole) {
  if (!whole) return escaped(text);
  const trimmed = text.trim();
  const [first, last] = [/^[\p{L}\p{N}]/u, /[\p{L}\p{M}\p{N}]$/u].map((edge) => edge.test(trimmed));
  return `${first ? NO_LETTER_BEFORE : ""}${escaped(trimmed)}${last ? NO_LETTER_AFTER : ""}`;
}

/**
 * Consecutive words, each in one of its forms.
 * @param {WordForms} words
 */
function formsExpression(words) {
  if (!words.length || words.some((forms) => !forms.length)) return null;
  const alternatives = words.map((forms) => `(?:${forms.map(escaped).join("|")})`);
  return expression(NO_LETTER_BEFORE + alternatives.join(BETWEEN) + NO_LETTER_AFTER);
}
