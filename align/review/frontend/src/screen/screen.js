// @ts-check
// The review's screen: its parts, its state, and what its parts have in common.

/** @import { LocalDesk } from "../local/desk.js" */
/** @import { Filter } from "../model/filters.js" */
/** @import { Host, SavedPlace } from "../types/host.js" */
/** @import { Decision, Outgoing, Status } from "../types/messages.js" */
/** @import { Doubt, Side } from "../types/rows.js" */
/** @import { GoOptions } from "./navigation.js" */
/** @import { RowView } from "./row-view.js" */
/** @import { TextPlace } from "../model/row-places.js" */
import { newId } from "../model/values.js";
import { act } from "./actions.js";
import { Connection } from "./connection.js";
import { Dialog } from "./dialog.js";
import { Find } from "./find.js";
import { Grid } from "./grid.js";
import { receive } from "./incoming.js";
import { buildLayout } from "./layout.js";
import { Minimap } from "./minimap.js";
import { go, refocus } from "./navigation.js";
import { PageView } from "./page-view.js";
import { Panel } from "./panel.js";
import { markPending } from "./pending.js";
import { PictureStore } from "./picture-store.js";
import { PlaceKeeper, placeOf } from "./place-keeper.js";
import { Room } from "./room.js";
import { SaveAs } from "./save-as.js";
import { Strip } from "./strip.js";
import { Summary } from "./summary.js";
import { Toolbar } from "./toolbar.js";
import { WordPane } from "./word-pane.js";

/**
 * A way of working in a cell that takes the keys and clicks: typing, cutting.
 * `holdsCells`: the row's cells must not be drawn meanwhile. `goOn`: what follows a decision on a doubt.
 * `goToText`: what a click on a word of the page does. `stripHolder`: where the scan's lines are shown meanwhile,
 * else in the row.
 * @typedef {{
 *   holdsCells: boolean,
 *   pressed(event: KeyboardEvent, key: string): void,
 *   clicked(event: MouseEvent, row: RowView): void,
 *   afterDetail?(): void,
 *   afterPatch?(): void,
 *   goOn?(from: string): void,
 *   takeFocus?(): void,
 *   goToText?(place: TextPlace): void,
 *   stripHolder?: HTMLElement,
 * }} Mode
 */

/** Milliseconds without a key after which corrected rows are scored again. */
const THINKING = 500;

export class Screen {
  minimap = new Minimap(this);

  room = new Room(this);

  panel = new Panel();

  pictures = new PictureStore((query) => this.send(query));

  strip = new Strip(this);

  /** How many places were replaced last. */
  replaced = 0;

  /** @type {number | undefined} */
  refreshTimer = undefined;

  /** What the reviewer has to know of the journal. @type {string[]} */
  notes = [];

  /**
   * @param {HTMLElement} root
   * @param {Host} host
   * @param {{ place?: Partial<SavedPlace>, savePlace?: (place: SavedPlace) => void, local?: LocalDesk | null }} [options]
   *   `place`: where the reviewer was; `local`: the host, where it is the one-file desk
   */
  constructor(root, host, { place = {}, savePlace = () => {}, local = null } = {}) {
    this.root = root;
    this.local = local;
    this.opened = performance.now();
    /** @type {{ row: number, side: Side, doubt: string | null }} */
    this.cursor = { row: 0, side: place.side ?? "source", doubt: null };
    /** The row that had the cursor last. @type {RowView | null} */
    this.current = null;
    /** The id of the row to begin with. */
    this.firstRow = place.row ?? null;
    /** @type {Filter} */
    this.filter = { status: place.status ?? "all", kind: "" };
    /** @type {Mode | null} */
    this.mode = null;
    /** The cell that is marked to be paired. @type {{ row: string, side: Side } | null} */
    this.marked = null;
    /** What the reviewer asked for and is to ask for once more. @type {string | null} */
    this.asked = null;
    /** What to do where a decision is refused, by the number of its message. @type {Map<number, () => void>} */
    this.refusals = new Map();
    /** @type {Partial<Status>} */
    this.status = {};

    this.connection = new Connection(this, host);
    this.placeKeeper = new PlaceKeeper(savePlace);
    const perform = this.act.bind(this);
    this.summary = new Summary(local !== null, perform);
    const status = this.filter.status ?? "all";
    this.toolbar = new Toolbar({ act: perform, refilter: () => this.refilter(), status, local });
    this.grid = new Grid();
    this.find = new Find(this);
    this.wordPane = new WordPane(this);
    this.pageView = new PageView(this, place.page);
    this.dialog = new Dialog(() => refocus(this));
    this.saveAs = new SaveAs(this);
    const { main, live } = buildLayout(this);
    this.main = main;
    this.live = live;
    host.receive = (message) => receive(this, message);
    this.send({ do: "hello" });
  }

  /** The row at the cursor. @returns {RowView | undefined} */
  get row() {
    return this.grid.rows[this.cursor.row];
  }

  /** The doubt at the cursor. */
  get doubt() {
    return this.row?.data.doubts?.find((doubt) => doubt.id === this.cursor.doubt) ?? null;
  }

  /** @param {Outgoing} message */
  send(message) {
    this.connection.messenger.send(message);
  }

  /**
   * Sends a decision; where none can be made now, tells why.
   * @param {Decision} decision
   * @param {Doubt[]} [doubts] shown as under way until the answer comes
   * @returns {boolean} whether it was sent
   */
  decide(decision, doubts = []) {
    const refusal = this.#refusal();
    if (refusal === null) {
      markPending(this, doubts, this.connection.messenger.number + 1);
      this.send({ ...decision, id: newId() });
      return true;
    }
    this.say(refusal, true);
    return false;
  }

  /** Whether the host can be asked for something; where it is lost, tells so. */
  mayAsk() {
    if (this.connection.lost) this.say(this.connection.warning, true);
    return !this.connection.lost;
  }

  /** Why nothing can be decided now; null where it can. */
  #refusal() {
    if (this.status.readOnly) return this.status.trouble ?? "";
    return this.connection.lost ? `Nothing can be decided now. ${this.connection.warning}` : null;
  }

  showWarnings() {
    this.summary.showWarnings([this.connection.warning, this.status.trouble ?? "", ...this.notes]);
  }

  /**
   * Tells the reviewer in the line below the grid.
   * @param {string} text
   * @param {boolean} [trouble]
   */
  say(text, trouble = false) {
    this.live.textContent = text;
    this.live.classList.toggle("al-trouble", trouble);
  }

  /**
   * @param {string} action a name of `KEYS`
   * @param {string} [key] the key that was pressed for it
   */
  act(action, key = "") {
    act(this, action, key);
  }

  /**
   * @param {number} at
   * @param {GoOptions} [options]
   */
  go(at, options) {
    go(this, at, options);
  }

  /** Hides the rows that do not pass the filters and marks what was searched for. */
  refilter() {
    this.filter = this.toolbar.readFilter();
    this.find.search();
    this.filter.only = this.find.only;
    const shown = this.grid.applyFilter(this.filter);
    this.toolbar.found.textContent = shown === this.grid.rows.length ? "" : `${shown} rows`;
    this.find.show();
    this.minimap.redraw();
    this.rememberPlace();
  }

  rememberPlace() {
    this.placeKeeper.remember(() => placeOf(this));
  }

  /** Has corrected rows scored again while nobody presses a key. */
  refreshSoon() {
    clearTimeout(this.refreshTimer);
    if (this.status.stale) this.refreshTimer = setTimeout(() => this.send({ do: "refresh" }), THINKING);
  }

  /** Stops all timers. */
  close() {
    this.connection.close();
    this.placeKeeper.stop();
    this.grid.stopNumbering();
    this.minimap.close();
    this.room.close();
    this.wordPane.stop();
    this.pictures.close();
    this.pageView.close();
    this.strip.close();
    clearTimeout(this.refreshTimer);
  }
}
