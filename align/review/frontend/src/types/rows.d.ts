// Rows, their sentences and doubts, as `align/review/view.py` writes them.

/** The original or its translation. */
export type Side = "source" | "target";

/** A half-open range of code points in the raw file: [start, stop]. */
export type Span = [start: number, stop: number];

/** A stretch of text that is drawn in one element. */
export interface Piece {
  /** The text as it reads now. */
  t: string;
  /** The side's letter and the raw place of the first character; only in a row that is cut into words. */
  id?: string;
  /** The id of the doubt about this piece. */
  d?: string;
  /** The text as the OCR read it, where a correction replaced it. */
  old?: string;
  /** Its raw places; only in a row of a scan that is cut into words. */
  spans?: Span[];
}

export interface Sentence {
  id: string;
  pieces: Piece[];
}

export type Cells = Record<Side, Sentence[]>;

export interface Suggestion {
  /** The text that would replace what was read; empty: delete it. */
  t: string;
  /** The confidence, 0–1. */
  c: number;
  /** The confidence in a word. */
  sure?: string;
  /** What speaks for it and against it: label and points, the largest first. */
  e?: [label: string, points: number][];
  /** The word of the translation that supports it. */
  w?: string;
}

export type DoubtState = "open" | "accepted" | "edited" | "kept" | "right" | "answered";

export interface Doubt {
  id: string;
  side: Side;
  /** The kind of the flag: `ocr.case`, `check.number`, … */
  kind: string;
  /** The kind in words. */
  word: string;
  /** The text in doubt. */
  text: string;
  state: DoubtState;
  /** The corrected text, where it was decided on. */
  reading?: string;
  /** How sure the doubt is, 0–1. */
  confidence?: number;
  /** The same in a word. */
  sure?: string;
  /** Whether it is about a whole sentence. */
  whole?: boolean;
  reason?: string;
  /** Best first. */
  suggestions: Suggestion[];
  /** Set by the screen: a decision was sent, its answer has not come. */
  pending?: boolean;
}

export type RowStatus = "auto" | "confirmed" | "rejected";

export interface Row {
  id: string;
  status: RowStatus;
  /** Whether it still needs review. */
  needs: boolean;
  /** Flagged for later. */
  later?: boolean;
  comment?: string;
  /** The pairing's confidence, 0–1. */
  confidence?: number;
  /** The confidence in a word. */
  sure?: string;
  /** The cosine of the two sides. */
  score?: number;
  /** Why the pairing is doubtful. */
  why?: string;
  /** The id of the sentence where the partner of a text that moved begins. */
  partner?: string;
  cells: Cells;
  doubts?: Doubt[];
}

/** What a decision about a row alone can change. */
export type RowChange = Pick<Row, "id" | "status" | "needs" | "later" | "comment" | "why">;

/** Ids of two pieces that translate each other. */
export type Link = [source: string, target: string];
