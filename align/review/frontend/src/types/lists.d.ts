// What the dialogs list: places of a decision, passages set aside or moved, errors of one kind.

import type { Side } from "./rows.js";

/** A place where the same decision could be made. */
export interface PreviewPlace {
  doubt: string;
  /** The row's number, from 1. */
  row: number;
  why: "same" | "habit";
  old: string;
  new: string | null | undefined;
  around: [before: string, after: string];
}

export interface Preview {
  is: "preview";
  doubt: string;
  accept: boolean;
  pick: number;
  old: string;
  new: string | null | undefined;
  places: PreviewPlace[];
}

/** A piece of text that was set aside or moved. */
export interface ListedPiece {
  side: Side;
  text: string;
  reason: string;
  where: string;
}

export interface AsidePiece extends ListedPiece {
  number: number;
  /** Whether it was brought back. */
  back: boolean;
}

export interface Lists {
  aside: AsidePiece[];
  moved: ListedPiece[];
  /** Heads and tails of archives, which are in no row. */
  described?: ListedPiece[];
  words: string[];
}

/** An open doubt with a suggestion, as an error of one kind or several. */
export interface FoundError {
  doubt: string;
  /** The suggestion; empty: delete the text. */
  new: string;
  confidence: number;
  kinds: string[];
}
