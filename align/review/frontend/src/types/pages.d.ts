// Pages of a scan, as `align/review/page_queries.py` writes them. Boxes are in pixels of the upright page.

import type { Side, Span } from "./rows.js";

export type Box = [left: number, top: number, right: number, bottom: number];

export interface PageWord {
  box: Box;
  /** Its place in the raw file. */
  span: Span;
  /** The id of the sentence that holds it; none where it was set aside. */
  sentence?: string;
}

/** A line of a page. */
export interface PageLine {
  /** The number of its page, from 0. */
  page: number;
  /** What is cut out of the picture: the line with a margin. */
  box: Box;
  /** The usual height of its words. */
  letters: number;
  text: string;
  words: PageWord[];
}

/** Where a row stands on pages. */
export interface RowLines {
  row: string;
  /** The lines of each side that was read from pages. */
  sides: Partial<Record<Side, PageLine[]>>;
  /** The raw places of its doubts and corrections, by their ids. */
  doubts: Record<string, Span[]>;
}

/** A part of a page; `scale`: pixels of the picture for one of the page. */
export interface PartOfPage {
  side: Side;
  page: number;
  box: Box;
  scale: number;
}

/** A picture that came, or why it did not. */
export interface Picture {
  /** Its pixels. */
  width?: number;
  height?: number;
  /** The address of the picture, for an `img`. */
  url?: string;
  /** Why there is none. */
  trouble?: string;
}

export type PagesQuery =
  | { do: "strips"; rows: string[] }
  | ({ do: "picture" } & PartOfPage)
  | { do: "page"; side: Side; page: number; width: number };

/** A picture as the notebook sends it: `media` is its media type, its bytes come beside the message. */
export interface PartMessage extends PartOfPage, Picture {
  is: "picture";
  media?: string;
}

/** A whole page; `size`: its pixels, in which boxes are. */
export interface PageMessage extends Picture {
  is: "page";
  side: Side;
  page: number;
  /** The width in the request. */
  requested: number;
  /** How many pages the document has. */
  pages: number;
  size: [width: number, height: number];
  media?: string;
}

export type PagesAnswer = { is: "strips"; rows: RowLines[] } | PartMessage | PageMessage;
