// The messages of find and replace.

import type { Side } from "./rows.js";

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
