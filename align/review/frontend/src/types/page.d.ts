// The data of the one-file desk, as `align/export/html.py` writes it: rows cut into words, with raw places.

import type { Quote } from "./journal.js";
import type { AsidePiece, ListedPiece } from "./lists.js";
import type { Sides } from "./messages.js";
import type { PageLine } from "./pages.js";
import type { Doubt, DoubtState, Link, Piece, Row, Side, Span } from "./rows.js";

export interface PagePiece extends Piece {
  id: string;
  /** What the raw file holds there. */
  raw: string;
  spans: Span[];
  /** What a correction put together, as it was read. */
  parts?: PagePiece[];
}

export interface PageSentence {
  id: string;
  spans: Span[];
  pieces: PagePiece[];
}

export type PageCells = Record<Side, PageSentence[]>;

export interface PageDoubt extends Doubt {
  place?: Quote;
  /** The text before and after it. */
  around?: [before: string, after: string];
  /** The kinds of error that it may be counted under. */
  kinds?: string[];
  /** The word as word lists hold it. */
  listed?: string;
}

/** A decision about the text at a place; `text`: what stands there instead. */
export interface PageVerdict {
  side: Side;
  spans: Span[];
  how: DoubtState;
  text?: string;
}

export interface PageRow extends Row {
  cells: PageCells;
  doubts?: PageDoubt[];
  links?: Link[];
  /** Where each side stands in its file, in words. */
  where?: Partial<Record<Side, string>>;
  /** Paired by hand on this page. */
  made?: boolean;
  /** The decisions about its texts, in order of the file. */
  verdicts?: PageVerdict[];
}

export interface PageAside extends AsidePiece {
  place: Quote;
}

export interface PageLists {
  aside: PageAside[];
  moved: ListedPiece[];
  described?: ListedPiece[];
  words: string[];
}

/** A line of the scan with its picture, a data URL. */
export interface ScanLine extends PageLine {
  url: string;
}

export interface PageData {
  title: string;
  /** The original's file name. */
  name: string;
  sides: Sides;
  /** The sha256 of each side's file. */
  documents: Record<string, string>;
  /** Lines of a journal with the texts that were read from pages, so that decisions are found in another reading. */
  readings?: string[];
  rows: PageRow[];
  lists: PageLists;
  /** The ids of the decisions that the rows show already. */
  decided: string[];
  /** Of each side, words of the text that are forms of one word, in lower case; a long document has none. */
  forms?: Record<Side, string[][]>;
  /** The lines of the scan whose pictures the page holds, of each side that was read from pages. */
  scan?: Partial<Record<Side, ScanLine[]>>;
}
