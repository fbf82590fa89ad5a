// @ts-check
// The Python half of a notebook's review, as the screen talks to it, and whether its kernel is there.

/** @import { Model } from "./main.js" */
/** @import { Host, HostState } from "./types/host.js" */
/** @import { Incoming, Outgoing } from "./types/messages.js" */

/**
 * The kernel as JupyterLab and Notebook 7 show it to a widget; other notebooks show none.
 * @typedef {object} Kernel
 * @property {string} status
 * @property {string} connectionStatus
 * @property {Signal} statusChanged
 * @property {Signal} connectionStatusChanged
 * @typedef {{ connect(slot: () => void): unknown, disconnect(slot: () => void): unknown }} Signal
 */

/** A kernel in one of these states has lost this review, even where it starts again. */
const STOPPED = ["dead", "terminating", "restarting", "autorestarting"];

/** @implements {Host} */
export class NotebookHost {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    this.kernel = kernelOf(model);
    /** Whether the kernel that opened the review has stopped. */
    this.stopped = false;
    /** @type {(message: Incoming) => void} */
    this.receive = () => {};
    /** @type {() => void} */
    this.stateChanged = () => {};
    this.listener = () => {
      this.stopped ||= STOPPED.includes(this.kernel?.status ?? "");
      this.stateChanged();
    };
    this.kernel?.statusChanged.connect(this.listener);
    this.kernel?.connectionStatusChanged.connect(this.listener);
    model.on("msg:custom", (message, buffers) => this.receive(withPicture(message, buffers)));
  }

  /** @param {Outgoing} message */
  send(message) {
    try {
      this.model.send(message);
    } catch {
      this.stopped = true; // the connection to a kernel that was killed or restarted
      this.stateChanged();
    }
  }

  /** @returns {HostState} */
  state() {
    if (this.stopped) return "stopped";
    if (!this.kernel) return "unknown";
    if (this.kernel.connectionStatus !== "connected") return "offline";
    return this.kernel.status === "idle" ? "idle" : "busy";
  }

  /** Stops listening. */
  close() {
    this.kernel?.statusChanged.disconnect(this.listener);
    this.kernel?.connectionStatusChanged.disconnect(this.listener);
    this.receive = () => {};
    this.stateChanged = () => {};
  }
}

/**
 * A picture whose bytes came beside its message gets an address; who drops the picture gives that up.
 * @param {Incoming} message
 * @param {DataView<ArrayBuffer>[]} [buffers]
 * @returns {Incoming}
 */
function withPicture(message, buffers = []) {
  if ((message.is !== "picture" && message.is !== "page") || !buffers.length) return message;
  return { ...message, url: URL.createObjectURL(new Blob(buffers, { type: message.media })) };
}

/**
 * @param {Model} model
 * @returns {Kernel | null}
 */
function kernelOf({ widget_manager: manager }) {
  const kernel = manager?.kernel;
  return kernel?.statusChanged && kernel.connectionStatusChanged ? kernel : null;
}
