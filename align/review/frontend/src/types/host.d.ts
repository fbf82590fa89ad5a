// What answers the screen, and what it keeps for it.

import type { PageSettings } from "../model/page-settings.js";
import type { Incoming, Outgoing } from "./messages.js";
import type { Side } from "./rows.js";

/** `stopped`: it is gone or was started again; `offline`: the browser cannot reach it now. */
export type HostState = "idle" | "busy" | "offline" | "stopped" | "unknown";

/** What answers the screen: Python in a notebook, or the one-file desk. */
export interface Host {
  send(message: Outgoing): void;
  /** Set by the screen, called with each answer. */
  receive(message: Incoming): void;
  /** Whether it can answer; a host without it answers at once. */
  state?(): HostState;
  /** Set by the screen, called where the state may have changed. */
  stateChanged?: () => void;
}

/** Where the reviewer was: a notebook keeps it, so that the cell shown again looks the same. */
export interface SavedPlace {
  row: string | null;
  side: Side;
  status: string;
  /** How many decisions were made; another number: the still picture is out of date. */
  revision: number;
  /** Rows that need review. */
  needs: number;
  /** Doubts without a decision. */
  open: number;
  /** How pages are shown. */
  page?: PageSettings;
}
