// @ts-check
// The search over all documents that were read, and what it found.

/** @import { FolderHit, Hits } from "../types/folder.js" */
import { button, documentText, el } from "../screen/dom.js";
import { SIDE_NAMES } from "../screen/labels.js";

export class SearchBox {
  /**
   * @param {(phrase: string, forms: boolean) => void} search
   * @param {(name: string) => void} open
   */
  constructor(search, open) {
    this.open = open;
    this.field = el("input", "al-field", {
      type: "search",
      "aria-label": "Look for a word in all documents",
    });
    this.forms = el("input", "", { type: "checkbox", checked: true });
    this.found = el("div", "al-hits", { role: "status" });
    /** @param {Event} event */
    const submit = (event) => {
      event.preventDefault();
      if (this.field.value.trim()) search(this.field.value.trim(), this.forms.checked);
    };
    const forms = el("label", "al-choice", {}, this.forms, "in all its forms");
    const go = button("Search", () => {}, { type: "submit" });
    this.form = el("form", "al-search", { onsubmit: submit }, this.field, forms, go);
    this.element = el(
      "section",
      "al-part",
      {},
      el("h2", "", {}, "Search all documents"),
      this.form,
      this.found,
    );
  }

  /** @param {Hits} message */
  show({ phrase, hits, more }) {
    const documents = new Set(hits.map((hit) => hit.document)).size;
    const places = hits.length === 1 ? "1 place" : `${hits.length}${more ? " and more" : ""} places`;
    const where = documents === 1 ? "1 document" : `${documents} documents`;
    const text = hits.length
      ? `“${phrase}”: ${places} in ${where}`
      : `“${phrase}” stands in no document that was read.`;
    const lines = hits.map((hit) => this.line(hit));
    this.found.replaceChildren(el("p", "", {}, text), el("ol", "", {}, ...lines));
  }

  /** @param {FolderHit} hit */
  line(hit) {
    const where = `${hit.document}, row ${hit.row}, ${SIDE_NAMES[hit.side].toLowerCase()}`;
    return el(
      "li",
      "",
      {},
      el("button", "al-link", { type: "button", onclick: () => this.open(hit.document) }, where),
      el(
        "div",
        "",
        { dir: "auto" },
        ...documentText(hit.before),
        el("mark", "", {}, ...documentText(hit.text)),
        ...documentText(hit.after),
      ),
      el("div", "al-title", { dir: "auto" }, ...documentText(hit.other)),
    );
  }
}
