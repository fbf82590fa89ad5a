// @ts-check
// The panel beside the grid: the row in focus, its doubts, its buttons, its comment, its place in the files.

/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
import { rowNumberOf } from "../model/rows.js";
import { drawCard } from "./card.js";
import { button, el, primaryButton } from "./dom.js";
import { badgeOf, openReason, stateOf } from "./labels.js";

export class Panel {
  constructor() {
    this.element = el("aside", "al-panel", { "aria-label": "The row in focus" });
    /** @type {HTMLInputElement | null} */
    this.commentField = null;
    /** The row that is drawn, and its comment as it was drawn or sent last. */
    this.drawn = { row: "", comment: "" };
  }

  /**
   * Draws the row in focus; a comment that is being typed stays.
   * @param {Screen} screen
   */
  draw(screen) {
    const { row } = screen;
    if (!row) return;
    const typed = document.activeElement === this.commentField ? this.commentField?.value : undefined;
    this.drawn = { row: row.data.id, comment: row.data.comment ?? "" };
    const field = drawCommentField(this.drawn.comment, () => {
      if (field === this.commentField) this.sendComment(screen); // a field that is taken away reports a change, too
    });
    this.commentField = field;
    this.element.replaceChildren(...drawRow(screen, row, field));
    this.element.querySelector(".al-card-chosen")?.scrollIntoView({ block: "nearest" });
    if (typed === undefined) return;
    field.value = typed;
    field.focus();
  }

  /**
   * Sends the comment where it was changed.
   * @param {Screen} screen
   */
  sendComment(screen) {
    const text = this.commentField?.value ?? "";
    if (text === this.drawn.comment) return;
    this.drawn.comment = text;
    screen.decide({ do: "comment", row: this.drawn.row, text });
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

/**
 * @param {Screen} screen
 * @param {RowView} row
 */
function rowButtons(screen, { data: { id, status, later } }) {
  /** @param {string} text @param {string} action @param {string} title */
  const acts = (text, action, title) => button(text, () => screen.act(action), { title });
  const confirm = status === "confirmed" ? "✓ Confirmed" : "✓ Confirm";
  return el(
    "div",
    "al-buttons al-rowbuttons",
    { role: "group", "aria-label": "This row" },
    primaryButton(confirm, () => screen.act("confirm"), { title: "Enter" }),
    status === "auto"
      ? acts("✗ Not a pair", "reject-pair", "Shift+R")
      : button("Open again", () => screen.decide({ do: "reopen", row: id })),
    acts(later ? "⚑ Not later" : "⚑ Later", "later", "b"),
    acts("Merge ↓", "merge", "m: with the next row"),
    acts("Split", "split", "s"),
    acts("Sentence ↑", "up", "u"),
    acts("Sentence ↓", "down", "d"),
    acts("Part", "gap", "i: part the two cells"),
    acts("Pair cells", "mark", "Space"),
    screen.local ? null : acts("Re-align", "realign", "r: what is not confirmed"),
    acts("Confirm all above", "confirm-above", "Shift+C"),
  );
}
