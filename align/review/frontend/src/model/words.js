// @ts-check
// What a word is, for searching and for looking words up.

/** A word, as `align/search.py` cuts a text: an apostrophe ends it. */
export const WORD = /[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu;
