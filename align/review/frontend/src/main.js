// @ts-check
// The review's screen: it draws pieces of text that Python cut and turns keys and clicks into messages.
// No offset of the raw file is ever computed here.

/** @import { PageData } from "./types/page.js" */
/** @import { Kernel } from "./notebook-host.js" */
/** @import { SavedPlace } from "./types/host.js" */
/** @import { Incoming, Outgoing } from "./types/messages.js" */
import { LocalDesk } from "./local/desk.js";
import { browserStorage } from "./local/storage.js";
import { NotebookHost } from "./notebook-host.js";
import { el } from "./screen/dom.js";
import { pressed } from "./screen/input.js";
import { Screen } from "./screen/screen.js";

/**
 * What anywidget gives for its Python half.
 * @typedef {object} Model
 * @property {(message: Outgoing) => void} send
 * @property {(event: "msg:custom", listener: (message: Incoming, buffers?: DataView<ArrayBuffer>[]) => void) => void} on
 * @property {{ (name: "place"): Partial<SavedPlace> | undefined; (name: "still"): string | undefined }} get
 * @property {(name: "place", value: SavedPlace) => void} set
 * @property {() => void} save_changes
 * @property {{ kernel?: Kernel }} [widget_manager]
 */

const ANOTHER_TAB =
  "Another tab decides on this document too: close it, and open this page again to see both.";

/**
 * The one-file desk: rows live in the page, decisions in the browser until they are downloaded.
 * @param {HTMLElement} root
 * @param {PageData} data
 */
export function open(root, data) {
  const desk = new LocalDesk(data, { storage: browserStorage() });
  const screen = new Screen(root, desk, { local: desk });
  addEventListener("beforeunload", (event) => {
    if (desk.store.waiting.length && desk.undownloaded > 0) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.target === document.body) pressed(screen, event);
  });
  addEventListener("storage", (event) => {
    if (event.key?.startsWith(desk.store.prefix) && event.newValue) screen.say(ANOTHER_TAB, true);
  });
  return screen;
}

/**
 * The cell of a notebook: Python answers.
 * @param {{ model: Model, el: HTMLElement }} context
 * @returns {() => void} called when the cell is closed
 */
function render({ model, el: cell }) {
  const host = new NotebookHost(model);
  const root = el("div", "");
  cell.append(root, el("style", "", {}, `.al-still[data-review="${model.get("still")}"] { display: none; }`));
  /** @param {SavedPlace} place */
  const savePlace = (place) => {
    model.set("place", place);
    model.save_changes();
  };
  const screen = new Screen(root, host, { place: model.get("place") ?? {}, savePlace });
  return () => {
    host.close();
    screen.close();
  };
}

export default { render };
