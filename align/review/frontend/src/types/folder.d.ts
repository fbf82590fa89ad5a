// The messages between a folder's start page and Python (`align/folder/view.py`, `page_data.py`).

import type { Side } from "./rows.js";

/** How far the review of a document is. */
export type Stage = "new" | "failed" | "alone" | "read" | "begun" | "reviewed";

/** A line of the page. `label`: the stage in words. `written`: its notebook is there. */
export interface FolderDocument {
  name: string;
  files: string[];
  title: string;
  stage: Stage;
  label: string;
  pairs: number | null;
  doubts: number | null;
  open: number | null;
  left: number | null;
  reviewers: [name: string, decisions: number][];
  last: string;
  note: string;
  unread: boolean;
  notebook: string;
  written: boolean;
  error: string;
}

/** A file that all documents share, with its first entries. */
export interface SharedList {
  title: string;
  path: string;
  there: boolean;
  count: number;
  entries: string[];
  error: string;
}

/** `from_home`: the path from the home folder, which begins with `~`; empty outside of it. */
export interface Place {
  name: string;
  path: string;
  from_home: string;
}

/** The whole page. */
export interface FolderPage {
  is: "page";
  folder: Place;
  documents: FolderDocument[];
  unclear: { files: string[]; reason: string }[];
  skipped: { name: string; reason: string }[];
  problems: string[];
  lists: SharedList[];
  reading: boolean;
}

/** A match; `row` is counted from 1. */
export interface FolderHit {
  document: string;
  row: number;
  side: Side;
  before: string;
  text: string;
  after: string;
  other: string;
}

/** What was found; `more`: there are hits beyond these. */
export interface Hits {
  is: "hits";
  phrase: string;
  hits: FolderHit[];
  more: boolean;
}

/** How far the reading is; `fraction` from 0 to 1. */
export interface ReadingProgress {
  is: "progress";
  text: string;
  fraction: number;
}

export type FolderIncoming =
  | FolderPage
  | Hits
  | ReadingProgress
  | { is: "document"; document: FolderDocument }
  | { is: "done"; text: string }
  | { is: "opened"; name: string; notebook: string }
  | { is: "report"; path: string }
  | { is: "trouble"; text: string };

export type FolderOutgoing =
  | { do: "look" }
  | { do: "read" }
  | { do: "stop" }
  | { do: "search"; phrase: string; forms: boolean }
  | { do: "open"; name: string }
  | { do: "report" };
