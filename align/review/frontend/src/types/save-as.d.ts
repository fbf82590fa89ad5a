// Save as…: questions and answers (`align/review/save_as.py`).

export type SaveAsQuery =
  | { do: "look"; to: string; confirmed: boolean }
  | { do: "write"; to: string; confirmed: boolean; name: string; replace: boolean };

export type SaveAsAnswer = Look | Written | { is: "exists"; name: string };

export interface FormatChoice {
  name: string;
  /** What it holds, for people. */
  title: string;
  /** Whether other programs read it, not people. */
  technical?: boolean;
}

/** A file was written; `text`: what the browser has to hand over, where it is not on the disk. */
export interface Written {
  is: "written";
  paths: string[];
  text?: string;
}

/** What would be written: text, or the first rows of a format that is none. */
export interface Look {
  is: "look";
  to: string;
  /** The usual name of the file. */
  name: string;
  folder: string;
  /** Whether a file of this name is there. */
  exists: boolean;
  /** What the reviewer has to know: doubts without an answer, rows that are left out. */
  notes: string[];
  text?: string;
  table?: [source: string, target: string][];
}
