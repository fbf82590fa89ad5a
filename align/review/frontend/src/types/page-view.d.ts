// The messages of the page view (`align/review/page_view.py`).

import type { Box } from "./pages.js";
import type { Side } from "./rows.js";

export type PageQuery =
  | { do: "page-layer"; side: Side; page: number }
  | { do: "places"; row: string }
  | { do: "places"; side: Side; page: number; word: number };

/** A word of a page: its text, the number of its line, its box where it is known. */
export type LayerWord = [text: string, line: number, box: Box | null];

/** The words of a page. */
export interface PageLayerMessage {
  is: "page-layer";
  side: Side;
  page: number;
  width: number;
  height: number;
  words: LayerWord[];
}

/** A stretch of a cell's text and the words of pages that it stands for. */
export interface PlacedPiece {
  t: string;
  /** The id of the doubt. */
  d?: string;
  at?: [page: number, word: number][];
}

/** Where the words of a row stand. */
export type RowPlaces = { row: string } & Record<Side, PlacedPiece[]>;

/** `side`, `page`, `word`: the word that was asked about; where no row holds it, `why` in words. */
export type PlacesMessage = { is: "places"; side?: Side; page?: number; word?: number } & (
  | RowPlaces
  | { row: null; why: string }
);

export type PageAnswer = PageLayerMessage | PlacesMessage;
