// @ts-check
// What all documents share: word list, glossary, list of documents; and the files that are no documents.

/** @import { FolderPage, SharedList } from "../types/folder.js" */
/** @import { LabFiles } from "./lab-files.js" */
import { documentText, el } from "../screen/dom.js";

/**
 * @param {FolderPage} page
 * @param {LabFiles} files
 */
export const sharedLists = (page, files) =>
  el(
    "section",
    "al-part",
    {},
    el("h2", "", {}, "For all documents"),
    el("div", "al-lists", {}, ...page.lists.map((list) => listBox(list, files))),
  );

/**
 * @param {SharedList} list
 * @param {LabFiles} files
 */
function listBox(list, files) {
  const items = list.entries.map((entry) => el("li", "", { dir: "auto" }, ...documentText(entry)));
  const more = list.count - list.entries.length;
  const entries = list.count === 1 ? "1 entry" : `${list.count} entries`;
  return el(
    "div",
    "al-list",
    {},
    el("h3", "", {}, list.title),
    el(
      "p",
      "",
      {},
      list.there ? files.link(list.path) : `${list.path}: made when first needed`,
      `, ${entries}`,
    ),
    list.error && el("p", "al-error", {}, list.error),
    items.length ? el("ul", "", { tabindex: "0", "aria-label": list.title }, ...items) : null,
    more > 0 ? el("p", "", {}, `… and ${more} more`) : null,
  );
}

/**
 * Files that may belong together, and how the reviewer says so; null where all is clear.
 * @param {FolderPage} page
 * @param {LabFiles} files
 */
export function unclearFiles({ unclear, problems }, files) {
  if (!unclear.length && !problems.length) return null;
  const groups = unclear.map((one) => el("li", "", {}, `${one.files.join(", ")}: ${one.reason}`));
  const troubles = problems.map((text) => el("li", "", {}, text));
  const how = el(
    "p",
    "",
    {},
    "Write it into ",
    files.link("documents.tsv"),
    ", save it, then press Look again.",
  );
  const head = el("h2", "", {}, "Which files belong together?");
  return el("section", "al-part al-unclear", {}, head, el("ul", "", {}, ...groups, ...troubles), how);
}

/**
 * Files that are no documents, each with the reason; null where there are none.
 * @param {FolderPage} page
 */
export function skippedFiles({ skipped }) {
  if (!skipped.length) return null;
  const items = skipped.map((one) => el("li", "", {}, `${one.name}: ${one.reason}`));
  const count = skipped.length === 1 ? "1 other file" : `${skipped.length} other files`;
  return el(
    "details",
    "al-part",
    {},
    el("summary", "", {}, `${count} here, not read`),
    el("ul", "", {}, ...items),
  );
}
