// @ts-check
// The bar above the rows: filters, search, undo, save.

/** @import { LocalDesk } from "../local/desk.js" */
/** @import { Filter } from "../model/filters.js" */
/** @import { Status } from "../types/messages.js" */
import { inWords } from "../model/decision-words.js";
import { STATUSES } from "../model/filters.js";
import { shortcutOf } from "../model/shortcuts.js";
import { button, el, primaryButton } from "./dom.js";
import { menuButton } from "./menu.js";

export class Toolbar {
  /**
   * @param {{ act: (action: string) => void, refilter: () => void, status: string, local: LocalDesk | null }} options
   *   `status`: the rows shown at first; `local`: the one-file desk, where the reviewer names themself
   */
  constructor({ act, refilter, status, local }) {
    this.statusFilter = select("Show rows", refilter, STATUSES);
    this.statusFilter.value = status;
    this.kindFilter = select("Show kinds of doubt", refilter, [EVERY_KIND]);
    this.search = el("input", "al-search", {
      type: "search",
      placeholder: "Search both sides  /",
      "aria-label": "Search both sides",
    });
    this.found = el("span", "al-found");
    this.pageButton = button("Page", () => act("page"), { title: "v: the page of the scan", hidden: true });
    this.undoButton = button("↶ Undo", () => act("undo"), { title: "Ctrl+Z" });
    this.redoButton = button("↷ Redo", () => act("redo"), { title: "Ctrl+Shift+Z" });
    this.element = this.#bar(act, local);
  }

  /**
   * @param {(action: string) => void} act
   * @param {LocalDesk | null} local
   */
  #bar(act, local) {
    return el(
      "div",
      "al-tools",
      { role: "group", "aria-label": "Tools" },
      local && reviewerField(local),
      primaryButton("Next ↓", () => act("next"), { title: "n: next that needs review" }),
      button("One by one", () => act("one-doubt"), { title: "f: one doubt at a time, in large type" }),
      this.pageButton,
      this.statusFilter,
      this.kindFilter,
      el("span", "al-searchbox", {}, this.search, this.found),
      el("span", "al-spring"),
      this.undoButton,
      this.redoButton,
      button(local ? "Download decisions" : "Save", () => act("save"), { title: "Ctrl+S" }),
      button("Save as…", () => act("save-as"), { title: "Ctrl+Shift+S: Word, Excel, clean text …" }),
      toolsMenu(act),
    );
  }

  /**
   * The filter as it is set.
   * @returns {Filter}
   */
  readFilter() {
    return { status: this.statusFilter.value, kind: this.kindFilter.value };
  }

  /** Shows all rows. */
  clearFilters() {
    this.statusFilter.value = "all";
    this.kindFilter.value = "";
    this.search.value = "";
  }

  /**
   * Offers the kinds of doubt that there are.
   * @param {Map<string, { word: string, count: number }>} kinds each in words, and how many there are
   */
  showKinds(kinds) {
    const chosen = this.kindFilter.value;
    const counted = [...kinds].map(([kind, { word, count }]) => option([kind, `${word} (${count})`]));
    this.kindFilter.replaceChildren(option(EVERY_KIND), ...counted);
    this.kindFilter.value = kinds.has(chosen) ? chosen : "";
  }

  /** @param {Pick<Status, "undo" | "redo">} status */
  showHistory({ undo, redo }) {
    this.undoButton.disabled = !undo;
    this.redoButton.disabled = !redo;
    this.undoButton.title = undo ? `takes back: ${inWords(undo)} (Ctrl+Z)` : "nothing to take back (Ctrl+Z)";
    this.redoButton.title = redo
      ? `does again: ${inWords(redo)} (Ctrl+Shift+Z)`
      : "nothing to do again (Ctrl+Shift+Z)";
  }
}

/** What is needed now and then. @type {[action: string, text: string][]} */
const TOOLS = [
  ["errors", "Errors of one kind …"],
  ["replace", "Find and replace …"],
  ["word", "The word at the cursor"],
  ["page", "The page of the scan"],
  ["strip", "Lines of the scan"],
  ["lists", "Set aside, moved, right words"],
  ["keys", "Keys"],
];

/** @param {(action: string) => void} act */
const toolsMenu = (act) =>
  menuButton(
    "Tools",
    TOOLS.map(([action, text]) => ({ text, key: shortcutOf(action), act: () => act(action) })),
    "tools",
  );

/** @type {[value: string, label: string]} */
const EVERY_KIND = ["", "Every kind"];

/** @param {[value: string, label: string, ...rest: unknown[]]} choice */
const option = ([value, label]) => el("option", "", { value }, label);

/**
 * @param {string} label
 * @param {() => void} onchange
 * @param {[value: string, label: string, ...rest: unknown[]][]} choices
 */
const select = (label, onchange, choices) =>
  el("select", "al-select", { "aria-label": label, onchange }, ...choices.map(option));

/** @param {LocalDesk} desk */
function reviewerField(desk) {
  const field = el("input", "al-reviewer", {
    type: "text",
    "aria-label": "Your name",
    placeholder: "Your name",
    value: desk.reviewer,
    onchange: () => desk.setReviewer(field.value.trim()),
  });
  return field;
}
