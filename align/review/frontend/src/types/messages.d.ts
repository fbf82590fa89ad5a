// The messages between the screen and Python (`align/review/protocol.py`, `command.py`) or the one-file desk.

import type { CellText, FindAnswer, FindQuery } from "./find.js";
import type { Place } from "./folder.js";
import type { FoundError, Lists, Preview } from "./lists.js";
import type { PageAnswer, PageQuery } from "./page-view.js";
import type { PagesAnswer, PagesQuery } from "./pages.js";
import type { Cells, Link, Row, RowChange, Side, Suggestion } from "./rows.js";
import type { FormatChoice, SaveAsAnswer, SaveAsQuery } from "./save-as.js";
import type { Summary } from "./summary.js";

/** A question of the screen; it changes nothing. */
export type Query =
  | { do: "hello" }
  | { do: "detail"; row: string }
  | { do: "preview"; doubt: string; accept: boolean; pick?: number; reading?: string }
  | { do: "lists" }
  | { do: "errors" }
  | FindQuery
  | { do: "save" }
  | SaveAsQuery
  | PagesQuery
  | PageQuery
  | { do: "refresh" };

/** A decision about a doubt. */
export type DoubtDecision =
  | { do: "accept"; doubt: string; pick?: number; reading?: string }
  | { do: "reject"; doubt: string }
  | { do: "undecide"; doubt: string }
  | { do: "right"; doubt: string }
  | Everywhere;

/** A decision about all the doubts of one kind that were previewed. */
export interface Everywhere {
  do: "everywhere";
  doubt: string;
  accept: boolean;
  others: string[];
  pick?: number;
  reading?: string;
}

/** A decision about a row, or about how rows are paired. */
export type RowDecision =
  | { do: "edit"; row: string; side: Side; text: string }
  | { do: "confirm" | "confirm-above" | "reject-pair" | "reopen" | "merge" | "gap"; row: string }
  | { do: "later"; row: string; on: boolean }
  | { do: "comment"; row: string; text: string }
  | { do: "split"; row: string; piece: string }
  | { do: "replace"; side: Side; cells: CellText[] }
  | { do: "up" | "down"; row: string; side: Side }
  | { do: "pair"; source: string; target: string }
  | { do: "bring-back"; side: Side; number: number }
  | { do: "realign" | "undo" | "redo" };

export type Decision = DoubtDecision | RowDecision;

/** A message as it is sent; `n` counts the messages, `id` names a decision. */
export type Outgoing = (Query | Decision) & { n?: number; id?: string };

/** What an answer repeats of its message. */
export interface Asked {
  do: Outgoing["do"];
  n?: number;
}

/** The message with this verb. */
export type MessageOf<Verb extends Outgoing["do"]> = Extract<Outgoing, { do: Verb }>;

/** The state of the review: a part of most answers. */
export interface Status {
  /** What undo would take back; null: nothing. */
  undo: Summary | null;
  redo: Summary | null;
  /** When and where the decisions were saved, in words. */
  saved: string;
  /** A warning; empty: none. */
  trouble: string;
  readOnly: boolean;
  revision?: number;
  /** How many rows wait to be scored again. */
  stale?: number;
}

export interface RowsMessage extends Status {
  is: "rows";
  at: number;
  total: number;
  rows: Row[];
  title?: string;
  sides?: Sides;
  notes?: string[];
  /** The folder, where a start page lists its documents. */
  start?: Place | null;
  /** The formats of *Save as…*; none: it is not offered. */
  formats?: FormatChoice[];
  /** Whether the forms of words are known. */
  wordForms?: boolean;
}

/** What is known of either side. */
export type Sides = Partial<Record<Side, SideHeading>>;

export interface SideHeading {
  language: string;
  name: string;
  /** How many pages it was read from; none: it is no scan. */
  pages?: number;
}

/** `gone` rows from `at` on became `rows`; `updates` and `said` change rows where they stand. */
export interface Patch extends Status {
  is: "patch";
  n?: number;
  did?: Outgoing["do"];
  at: number;
  gone: number;
  rows: Row[];
  updates: Row[];
  /** The decision that was undone or done again. */
  about?: Summary;
  /** Where it is seen: ids of the row and the doubt. */
  go?: { row: string; doubt?: string };
  said?: RowChange[];
}

export interface Detail {
  is: "detail";
  row: string;
  cells: Cells;
  where?: Partial<Record<Side, string>>;
  suggestions?: Record<string, Suggestion[]>;
}

export interface SavedMessage extends Status {
  is: "saved";
  n?: number;
  /** The journal's lines, from the one-file desk. */
  lines?: string;
}

export interface Trouble {
  is: "trouble";
  text: string;
  n?: number;
}

/** What a dialog or a pane beside the rows shows. */
export type ViewAnswer =
  | Preview
  | ({ is: "lists" } & Lists)
  | { is: "errors"; errors: FoundError[] }
  | FindAnswer
  | SaveAsAnswer;

/** An answer; `n` is the number of its message. */
export type Incoming = { n?: number } & (
  | RowsMessage
  | Patch
  | Detail
  | { is: "links"; row: string; links: Link[] }
  | Trouble
  | SavedMessage
  | ViewAnswer
  | PagesAnswer
  | PageAnswer
  | (Status & { is: "nothing" })
);
