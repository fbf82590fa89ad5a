// @ts-check
// The table of documents: a line each, with its state in a sign and in words.

/** @import { FolderDocument, Stage } from "../types/folder.js" */
/** @import { LabFiles } from "./lab-files.js" */
import { documentText, el } from "../screen/dom.js";

/** The sign of each stage. @type {Record<Stage, string>} */
const SIGNS = { new: "○", failed: "✕", alone: "!", read: "◆", begun: "◆", reviewed: "✓" };

const COLUMNS = ["Document", "State", "Pairs", "Doubts found", "Reviewed by", "Last decision"];

/**
 * @param {FolderDocument[]} documents
 * @param {LabFiles} files
 * @param {(name: string) => void} open
 */
export function documentTable(documents, files, open) {
  const head = COLUMNS.map((column) => el("th", "", { scope: "col" }, column));
  const body = documents.map((one) => documentRow(one, files, open));
  return el(
    "table",
    "al-documents",
    {},
    el("caption", "al-hidden", {}, "The documents of this folder"),
    el("thead", "", {}, el("tr", "", {}, ...head)),
    el("tbody", "", {}, ...body),
  );
}

/**
 * @param {FolderDocument} document
 * @param {LabFiles} files
 * @param {(name: string) => void} open
 */
export function documentRow(document, files, open) {
  return el(
    "tr",
    `al-document al-stage-${document.stage}`,
    { "data-name": document.name },
    el("th", "", { scope: "row" }, opener(document, files, open), ...nameLines(document)),
    el("td", "", {}, el("span", "al-sign", { "aria-hidden": "true" }, SIGNS[document.stage]), document.label),
    el("td", "al-count", {}, count(document.pairs)),
    el("td", "al-count", {}, count(document.doubts)),
    el("td", "", {}, document.reviewers.map(([name]) => name).join(", ")),
    el("td", "", {}, moment(document.last)),
  );
}

/**
 * What opens a document: a link where its notebook is there, else a button, which has it written first.
 * @param {FolderDocument} document
 * @param {LabFiles} files
 * @param {(name: string) => void} open
 */
function opener(document, files, open) {
  const href = document.written ? files.address(document.notebook) : undefined;
  const name = document.files.join(" + ");
  if (href === undefined) {
    return el("button", "al-link", { type: "button", onclick: () => open(document.name) }, name);
  }
  /** @param {MouseEvent} event */
  const clicked = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(document.name);
  };
  return el("a", "al-link", { href, onclick: clicked }, name);
}

/**
 * The title, what the reviewer should know, and why it could not be read.
 * @param {FolderDocument} document
 */
function nameLines(document) {
  const title = document.title === document.files.join(" + ") ? "" : document.title;
  return [
    title && el("div", "al-title", {}, ...documentText(title)),
    document.note && el("div", "al-note", {}, document.note),
    document.error && el("div", "al-error", {}, `could not be read: ${document.error}`),
  ];
}

/** @param {number | null} value */
const count = (value) => (value === null ? "–" : String(value));

/** @param {string} time ISO 8601; empty: none */
export const moment = (time) =>
  time ? new Date(time).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" }) : "";
