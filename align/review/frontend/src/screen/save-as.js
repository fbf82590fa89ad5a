// @ts-check
// Save as…: the formats, a look at what would be written, the file's name.

/** @import { Screen } from "./screen.js" */
/** @import { FormatChoice, Look, Written } from "../types/save-as.js" */
import { button, documentText, download, el, primaryButton } from "./dom.js";

export class SaveAs {
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    /** @type {FormatChoice[]} */
    this.formats = [];
    this.format = el("select", "al-select", { "aria-label": "Format", onchange: () => this.#ask() });
    this.confirmed = el("input", "", { type: "checkbox", onchange: () => this.#ask() });
    this.name = el("input", "al-search", {
      type: "text",
      "aria-label": "Name of the file",
      oninput: () => this.#mayReplace(false),
    });
    this.about = el("div", "al-look-notes", { role: "status" });
    this.sample = el("div", "al-look");
    this.saveButton = primaryButton("Save", () => this.#write());
    /** Whether the reviewer agreed to replace the file of this name. */
    this.replace = false;
    /** The name that was sent last. */
    this.asked = "";
  }

  /** @param {string} [format] the format to begin with */
  open(format = this.format.value || this.formats[0]?.name) {
    if (!this.formats.length || !this.screen.mayAsk()) return;
    const [people, programs] = [false, true].map((technical) =>
      this.formats.filter((one) => Boolean(one.technical) === technical).map(drawOption),
    );
    const more = programs.length ? [el("optgroup", "", { label: "For other programs" }, ...programs)] : [];
    this.format.replaceChildren(...people, ...more);
    this.format.value = format;
    const { dialog } = this.screen;
    const fields = el("div", "al-savefields", {}, this.format, this.name);
    const only = el("label", "al-place", {}, this.confirmed, "Only rows that were confirmed");
    const content = [fields, only, this.about, el("h3", "", {}, "What will be written"), this.sample];
    const buttons = [this.saveButton, button("Cancel", () => dialog.shut())];
    dialog.open("Save as…", content, buttons, () => this.#write());
    dialog.onTrouble = (text) => this.#tell(text);
    this.format.focus();
    this.#ask();
  }

  #ask() {
    this.saveButton.disabled = true;
    this.about.textContent = "Making it …";
    this.sample.replaceChildren();
    this.screen.send({ do: "look", to: this.format.value, confirmed: this.confirmed.checked });
  }

  /** @param {Look} look */
  show(look) {
    if (look.to !== this.format.value) return;
    this.saveButton.disabled = false;
    this.name.value = look.name;
    this.#mayReplace(false);
    const place = look.folder ? [`It goes beside the review, in ${look.folder}.`] : [];
    const notes = [...place, ...look.notes];
    this.about.replaceChildren(...notes.map((text) => el("p", "", {}, text)));
    this.sample.replaceChildren(look.text === undefined ? drawTable(look.table ?? []) : drawText(look.text));
  }

  /** @param {string} name the file that is there already */
  confirmReplacing(name) {
    if (this.name.value !== this.asked) return;
    this.#mayReplace(true);
    this.#tell(`${name} is there already. Press Replace to write over it, or change the name.`);
    this.saveButton.focus();
  }

  /** @param {string} text */
  #tell(text) {
    this.about.replaceChildren(el("p", "al-trouble", { role: "alert" }, text));
    this.saveButton.disabled = false;
  }

  /** @param {Written} message */
  written({ paths, text }) {
    this.screen.dialog.shut();
    if (text !== undefined) download(paths[0], text, "text/plain");
    this.screen.say(`Written: ${paths.join(", ")}`);
  }

  /** @param {boolean} may */
  #mayReplace(may) {
    this.replace = may;
    this.saveButton.textContent = may ? "Replace" : "Save";
  }

  #write() {
    const { format, confirmed, name, replace } = this;
    if (this.saveButton.disabled) return;
    this.asked = name.value;
    this.screen.send({
      do: "write",
      to: format.value,
      confirmed: confirmed.checked,
      name: name.value,
      replace,
    });
  }
}

/** @param {FormatChoice} format */
const drawOption = ({ name, title }) => el("option", "", { value: name }, title);

/** @param {string} text */
const drawText = (text) => el("pre", "", {}, ...documentText(text));

/** @param {[source: string, target: string][]} rows */
const drawTable = (rows) =>
  el(
    "table",
    "",
    {},
    ...rows.map((texts) =>
      el("tr", "", {}, ...texts.map((text) => el("td", "", { dir: "auto" }, ...documentText(text)))),
    ),
  );
