// A decision in a few values, from which the screen words what undo takes back.

/** A decision in a few values (`align/review/decision_summary.py`). */
export interface Summary {
  /** The operation's name. */
  op: string;
  /** The number of the first row, from 1. */
  row: number;
  /** How many rows. */
  rows: number;
  /** The text that was there, and the one that replaced it. */
  old?: string;
  new?: string;
  /** At how many places. */
  places?: number;
  /** How rows were paired another way. */
  verb?: string;
  /** Whether a row was flagged, or the flag taken away. */
  on?: boolean;
}
