// @ts-check
// The start page of a folder: what Python sends is drawn, what is pressed is sent.

/** @import { FolderDocument, FolderIncoming, FolderOutgoing, FolderPage } from "../types/folder.js" */
import { button, el, primaryButton } from "../screen/dom.js";
import { documentRow, documentTable } from "./document-rows.js";
import { LabFiles } from "./lab-files.js";
import { ReadingBar } from "./reading-bar.js";
import { SearchBox } from "./search-box.js";
import { sharedLists, skippedFiles, unclearFiles } from "./shared-lists.js";

const LOOKING = "Looking at the documents …";

export class StartPage {
  /**
   * @param {HTMLElement} root
   * @param {(message: FolderOutgoing) => void} send
   */
  constructor(root, send) {
    this.root = root;
    this.send = send;
    /** @type {FolderDocument[]} */
    this.documents = [];
    this.files = new LabFiles(root, { name: "", path: "", from_home: "" });
    root.className = "al-folder";
    root.setAttribute("data-lm-suppress-shortcuts", "true");
    root.addEventListener("keydown", (event) => event.stopPropagation());
    this.summary = el("p", "al-summary");
    this.live = el("p", "al-live", { role: "status" });
    this.bar = new ReadingBar(() => send({ do: "stop" }));
    this.readButton = primaryButton("Read all that are new", () => this.read());
    this.search = new SearchBox((phrase, forms) => send({ do: "search", phrase, forms }), this.open);
    this.table = el("div", "al-part");
    this.below = el("div", "");
    this.say(LOOKING);
    root.replaceChildren(
      this.head(),
      this.bar.element,
      this.live,
      this.table,
      this.search.element,
      this.below,
    );
  }

  head() {
    const again = button("Look again", () => this.send({ do: "look" }), {
      title: "after files were added or changed",
    });
    const report = button("Quality report", () => this.send({ do: "report" }), {
      title: "a page to hand in",
    });
    this.title = el("h1", "");
    return el(
      "div",
      "al-head",
      {},
      el("div", "", {}, this.title, this.summary),
      this.readButton,
      again,
      report,
    );
  }

  /** @param {string} name */
  open = (name) => this.send({ do: "open", name });

  read() {
    this.say("");
    this.readButton.disabled = true;
    this.bar.show({ is: "progress", text: "beginning …", fraction: 0 });
    this.send({ do: "read" });
  }

  /** @param {FolderIncoming} message */
  receive(message) {
    if (message.is === "page") this.show(message);
    else if (message.is === "progress") this.bar.show(message);
    else if (message.is === "document") this.replace(message.document);
    else if (message.is === "hits") this.search.show(message);
    else if (message.is === "done") this.end(message.text);
    else if (message.is === "opened") this.opened(message.name, message.notebook);
    else if (message.is === "report") this.reported(message.path);
    else this.say(message.text);
  }

  /** @param {FolderPage} page */
  show(page) {
    this.files = new LabFiles(this.root, page.folder);
    this.documents = page.documents;
    if (this.title) this.title.textContent = page.folder.name;
    const none = el(
      "p",
      "",
      {},
      "No documents here yet: put text, Word or PDF files into the folder, then press Look again.",
    );
    const table = documentTable(page.documents, this.files, this.open);
    this.table.replaceChildren(page.documents.length ? table : none);
    const parts = [unclearFiles(page, this.files), sharedLists(page, this.files), skippedFiles(page)];
    this.below.replaceChildren(...parts.filter((part) => part !== null));
    if (!page.reading) this.bar.hide();
    this.readButton.disabled = page.reading;
    if (this.live.textContent === LOOKING) this.say("");
    this.summarise();
    this.root.dataset.ready = "";
  }

  /** @param {FolderDocument} document */
  replace(document) {
    this.documents = this.documents.map((one) => (one.name === document.name ? document : one));
    const row = this.table.querySelector(`[data-name="${CSS.escape(document.name)}"]`);
    row?.replaceWith(documentRow(document, this.files, this.open));
    this.summarise();
  }

  summarise() {
    const { documents } = this;
    const reviewed = documents.filter((one) => one.stage === "reviewed").length;
    const open = documents.reduce((sum, one) => sum + (one.open ?? 0), 0);
    const unread = documents.filter((one) => one.unread).length;
    this.summary.textContent = `${reviewed} of ${documents.length} documents done, ${open} doubts open`;
    this.readButton.hidden = unread === 0;
    this.readButton.textContent = `Read all that are new (${unread})`;
  }

  /** @param {string} text */
  end(text) {
    this.bar.hide();
    this.say(text);
    this.send({ do: "look" });
  }

  /**
   * @param {string} name
   * @param {string} notebook
   */
  opened(name, notebook) {
    const document = this.documents.find((one) => one.name === name);
    if (document) this.replace({ ...document, written: true });
    if (!this.files.open(notebook)) this.say(`Open ${notebook} in this folder to review it.`);
  }

  /** @param {string} path */
  reported(path) {
    const href = this.files.address(path, "files");
    const link = href ? el("a", "al-link", { href, target: "_blank", rel: "noopener" }, path) : path;
    this.live.replaceChildren("The report is written: ", link);
  }

  /** @param {string} text */
  say(text) {
    this.live.textContent = text;
  }
}
