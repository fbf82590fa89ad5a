// @ts-check
// The panel beside the grid: the row in focus, its doubts, its buttons, its comment, its place in the files.

/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
import { rowNumberOf } from "../model/rows.js";
import { drawCard } from "./card.js";
import { button, el } from "./dom.js";
import { badgeOf, openReason, stateOf } from "./labels.js";
import { rowButtons } from "./row-menu.js";
import { drawPairNumbers } from "./why.js";

export class Panel {
  constructor() {
    this.element = el("aside", "al-panel", { "aria-label": "The row in focus" });
    /** @type {HTMLInputElement | null} */
    this.commentField = null;
    /** The row that is drawn, and its comment as it was drawn or sent last. */
    this.drawn = { row: "", comment: "" };
    /** Whether the numbers behind a doubt are shown; kept from one to the next. */
    this.whyOpen = false;
    /** Draws the panel anew once its menu is shut. @type {(() => void) | null} */
    this.waiting = null;
    this.element.addEventListener("focusout", () => setTimeout(() => this.#drawWaiting()));
  }

  #drawWaiting() {
    if (!this.#menu()) this.waiting?.();
  }

  #menu() {
    return this.element.querySelector(".al-menu-open");
  }

  /**
   * Draws the row in focus; a comment that is being typed stays.
   * @param {Screen} screen
   */
  draw(screen) {
    const { row } = screen;
    this.waiting = this.#menu() ? () => this.draw(screen) : null;
    if (!row || this.waiting) return;
    const held = this.#heldAction();
    const typed = document.activeElement === this.commentField ? this.commentField?.value : undefined;
    this.drawn = { row: row.data.id, comment: row.data.comment ?? "" };
    const field = drawCommentField(this.drawn.comment, () => {
      if (field === this.commentField) this.sendComment(screen); // a field that is taken away reports a change, too
    });
    this.commentField = field;
    this.element.replaceChildren(...drawRow(screen, row, field).filter((part) => part !== null));
    this.element.querySelector(".al-card-chosen")?.scrollIntoView({ block: "nearest" });
    if (held) this.#hold(held);
    if (typed === undefined) return;
    field.value = typed;
    field.focus();
  }

  /** What the button in focus is for; undefined where none has it. */
  #heldAction() {
    const active = document.activeElement;
    return active && this.element.contains(active)
      ? (active.getAttribute("data-act") ?? undefined)
      : undefined;
  }

  /**
   * Gives the focus to the button for the same as before.
   * @param {string} action
   */
  #hold(action) {
    const same = this.element.querySelector(`[data-act="${action}"]`);
    if (same instanceof HTMLElement) same.focus({ preventScroll: true });
  }

  /**
   * Shows or hides the numbers behind the row and its doubts.
   * @param {Screen} screen
   */
  toggleWhy(screen) {
    this.whyOpen = !this.whyOpen;
    this.draw(screen);
    this.element.querySelector(".al-numbers")?.scrollIntoView({ block: "nearest" });
  }

  /**
   * Sends the comment where it was changed.
   * @param {Screen} screen
   */
  sendComment(screen) {
    const text = this.commentField?.value ?? "";
    if (text === this.drawn.comment) return;
    if (screen.decide({ do: "comment", row: this.drawn.row, text })) this.drawn.comment = text;
  }
}

/**
 * @param {Screen} screen
 * @param {RowView} row
 * @param {HTMLInputElement} commentField
 */
function drawRow(screen, row, commentField) {
  const doubts = row.data.doubts ?? [];
  const why = openReason(row.data);
  const places = Object.values(row.detail?.where ?? {});
  return [
    drawHead(row),
    ...(why ? [el("p", "al-whybox", {}, why)] : []),
    ...partnerButton(screen, row),
    ...(screen.panel.whyOpen ? [drawPairNumbers(row.data)] : []),
    ...doubts.map((doubt) => drawCard(screen, doubt)),
    ...(doubts.length ? [] : [el("p", "al-quiet", {}, "No doubts in this row.")]),
    rowButtons(screen, row),
    commentField,
    el("div", "al-where", {}, ...places.map((text) => el("div", "", {}, text))),
  ];
}

/**
 * Where the text of a row moved: a button that goes to its partner.
 * @param {Screen} screen
 * @param {RowView} row
 */
function partnerButton(screen, { data }) {
  if (!data.partner) return [];
  const rows = screen.grid.rows.map((row) => row.data);
  const at = rowNumberOf(rows, data.partner);
  return at < 0 ? [] : [button(`Go to row ${at + 1}`, () => screen.go(at))];
}

/** @param {RowView} row */
function drawHead({ data, number }) {
  const [sign, word] = badgeOf(data);
  return el(
    "div",
    "al-panelhead",
    {},
    el("strong", "", {}, `Row ${number + 1}`),
    el("span", `al-badge al-is-${stateOf(data)}`, {}, `${sign} ${word}`),
  );
}

/**
 * @param {string} comment
 * @param {() => void} onchange
 */
const drawCommentField = (comment, onchange) =>
  el("input", "al-comment", {
    type: "text",
    value: comment,
    placeholder: "Comment  c",
    "aria-label": "Comment on this row",
    onchange,
  });
