// @ts-check
// The start page of a folder in a notebook's cell: Python finds, reads and searches, this draws.

/** @import { FolderIncoming, FolderOutgoing } from "../types/folder.js" */
import { el } from "../screen/dom.js";
import { StartPage } from "./start-page.js";

const NO_ANSWER = "No answer from Python: run the cell again. What was read and decided is kept.";

/**
 * What anywidget gives for its Python half.
 * @typedef {object} FolderModel
 * @property {(message: FolderOutgoing) => void} send
 * @property {(event: "msg:custom", listener: (message: FolderIncoming) => void) => void} on
 * @property {(event: "msg:custom", listener: (message: FolderIncoming) => void) => void} off
 */

/**
 * @param {{ model: FolderModel, el: HTMLElement }} context
 * @returns {() => void} called when the cell is closed
 */
function render({ model, el: cell }) {
  const root = el("div", "");
  cell.append(root);
  /** @param {FolderOutgoing} message */
  const send = (message) => {
    try {
      model.send(message);
    } catch {
      // the connection to a kernel that was killed or restarted
      page.say(NO_ANSWER);
    }
  };
  const page = new StartPage(root, send);
  /** @param {FolderIncoming} message */
  const receive = (message) => page.receive(message);
  model.on("msg:custom", receive);
  const watching = whenShown(root, () => send({ do: "look" }));
  return () => {
    watching.disconnect();
    model.off("msg:custom", receive);
  };
}

/**
 * Calls back when the page comes into view: a review in another tab changed what it shows.
 * @param {HTMLElement} root
 * @param {() => void} shown
 */
function whenShown(root, shown) {
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) shown();
  });
  observer.observe(root);
  return observer;
}

export default { render };
