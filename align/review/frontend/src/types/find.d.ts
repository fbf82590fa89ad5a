// The messages of find and replace.

import type { Side } from "./rows.js";

export type FindQuery =
  | { do: "forms"; text: string }
  | { do: "word"; side: Side; word: string }
  | { do: "translations"; side: Side; word: string };

export type FindAnswer = FormsMessage | WordMessage | TranslationsMessage;

/** The text that a cell is to have. */
export interface CellText {
  row: string;
  text: string;
}

/** Of each word of a phrase, the forms in which a side's text has it, in lower case. */
export type WordForms = string[][];

export interface FormsMessage {
  is: "forms";
  /** The phrase that was asked about. */
  text: string;
  forms: Record<Side, WordForms>;
}

/** A text and in how many places it stands. */
export interface Counted {
  text: string;
  count: number;
}

/** A term of the glossary with its translations. */
export interface Term {
  source: string;
  targets: string[];
  forbidden: string[];
}

/** What is known of a word; what is left out is not known here, or not yet. */
export interface WordMessage {
  is: "word";
  side: Side;
  word: string;
  /** In lower case. */
  forms: string[];
  /** From the one-file desk; Python is asked for them. */
  translations?: Counted[];
  glossary?: Term[];
  /** The spellings of a name. */
  names?: (Counted & { side: Side })[];
}

/** The translations of a word as far as they are known. */
export interface TranslationsMessage {
  is: "translations";
  side: Side;
  word: string;
  translations: Counted[];
  /** How many rows are not aligned word by word yet. */
  left: number;
}
