// Lines of a journal, as `align/review/codec.py` reads them.

import type { Side, Span } from "./rows.js";

/** A place in the raw file and what it holds. */
export interface Quote {
  side: Side;
  spans: Span[];
  old: string;
}

/** A place in the raw file, what it holds and what replaces it. */
export interface Change extends Quote {
  new: string;
}

/** The sentences of a row, each by its places in the raw file. */
export type Pairing = Record<Side, Span[][]>;

export type ArrangeVerb = "merge" | "split" | "up" | "down" | "gap" | "pair";

/** What a decision holds of its own. */
export type Operation =
  | { op: "accept"; change: Change }
  | { op: "reject" | "undecide"; quote: Quote }
  | { op: "right"; quote: Quote; word: string }
  | { op: "accept-everywhere"; changes: Change[] }
  | { op: "dismiss-everywhere"; quotes: Quote[] }
  | { op: "edit"; changes: Change[] }
  | { op: "confirm"; rows: Pairing[] }
  | { op: "reject-pair" | "reopen"; row: Pairing }
  | { op: "later"; row: Pairing; on: boolean }
  | { op: "comment"; row: Pairing; text: string }
  | { op: "arrange"; verb: ArrangeVerb; before: Pairing[]; after: Pairing[] }
  | { op: "bring-back"; quote: Quote }
  | { op: "undo" | "redo"; of: string };

/** A decision with its id, its reviewer, its time and the sha256 of the files. */
export type Entry = Operation & { id: string; by: string; at: string; documents: Record<string, string> };

/** The operation with this name. */
export type OperationOf<Name extends Operation["op"]> = Extract<Operation, { op: Name }>;
