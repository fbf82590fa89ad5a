// @ts-check
// The forms of words, from the table that the page holds.

/** @import { LocalDesk } from "./desk.js" */
/** @import { WordForms } from "../types/find.js" */
/** @import { MessageOf } from "../types/messages.js" */
import { WORD } from "../model/words.js";

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"forms">} message
 */
export function forms(desk, { text }) {
  const known = desk.forms ?? { source: [], target: [] };
  desk.receive({
    is: "forms",
    text,
    forms: { source: formsOf(text, known.source), target: formsOf(text, known.target) },
  });
}

/**
 * Of each word of a text, the forms of the same word, itself among them.
 * @param {string} text
 * @param {string[][]} families
 * @returns {WordForms}
 */
export function formsOf(text, families) {
  const words = text.toLowerCase().match(WORD) ?? [];
  return words.map((word) => families.find((family) => family.includes(word)) ?? [word]);
}
