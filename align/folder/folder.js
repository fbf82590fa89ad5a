// Built from align/review/frontend/src by 'npm run build': change the sources, not this file.

// src/model/direction-marks.js
var NAMES = /* @__PURE__ */ new Map([
  [8234, "LRE"],
  [8235, "RLE"],
  [8236, "PDF"],
  [8237, "LRO"],
  [8238, "RLO"],
  [8294, "LRI"],
  [8295, "RLI"],
  [8296, "FSI"],
  [8297, "PDI"],
  [8206, "LRM"],
  [8207, "RLM"],
  [1564, "ALM"]
]);
function splitAtDirectionMarks(text) {
  const parts = text.split(/([\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c])/).filter(Boolean);
  return parts.map((part) => {
    const name = NAMES.get(part.codePointAt(0) ?? 0);
    return name === void 0 ? { text: part } : { name };
  });
}

// src/screen/dom.js
var LONGEST = 5e3;
function el(tag, name, attributes = {}, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const [key, value] of Object.entries(attributes)) setAttribute(made, key, value);
  for (const child of children) if (child) made.append(child);
  return made;
}
function setAttribute(element, key, value) {
  if (value === void 0 || value === null || value === false) return;
  if (typeof value === "function") element.addEventListener(key.slice("on".length), value);
  else element.setAttribute(key, value === true ? "" : String(value));
}
var button = (text, click, attributes = {}) => el("button", "al-button", { type: "button", onclick: click, ...attributes }, text);
var primaryButton = (text, click, attributes = {}) => button(text, click, { class: "al-button al-primary", ...attributes });
function documentText(text) {
  if (text.length > LONGEST) {
    const more = el(
      "span",
      "al-more",
      { "data-more": text.length - LONGEST },
      ` … and ${text.length - LONGEST} more characters`
    );
    return [...documentText(text.slice(0, LONGEST)), more];
  }
  return splitAtDirectionMarks(text).map(
    (part) => part.name === void 0 ? part.text : directionMark(part.name)
  );
}
var directionMark = (name) => el("span", "al-control", { title: "a character that turns the direction of writing" }, name);

// src/folder/document-rows.js
var SIGNS = { new: "○", failed: "✕", alone: "!", read: "◆", begun: "◆", reviewed: "✓" };
var COLUMNS = ["Document", "State", "Pairs", "Doubts found", "Reviewed by", "Last decision"];
function documentTable(documents, files, open) {
  const head = COLUMNS.map((column) => el("th", "", { scope: "col" }, column));
  const body = documents.map((one) => documentRow(one, files, open));
  return el(
    "table",
    "al-documents",
    {},
    el("caption", "al-hidden", {}, "The documents of this folder"),
    el("thead", "", {}, el("tr", "", {}, ...head)),
    el("tbody", "", {}, ...body)
  );
}
function documentRow(document2, files, open) {
  return el(
    "tr",
    `al-document al-stage-${document2.stage}`,
    { "data-name": document2.name },
    el("th", "", { scope: "row" }, opener(document2, files, open), ...nameLines(document2)),
    el("td", "", {}, el("span", "al-sign", { "aria-hidden": "true" }, SIGNS[document2.stage]), document2.label),
    el("td", "al-count", {}, count(document2.pairs)),
    el("td", "al-count", {}, count(document2.doubts)),
    el("td", "", {}, document2.reviewers.map(([name]) => name).join(", ")),
    el("td", "", {}, moment(document2.last))
  );
}
function opener(document2, files, open) {
  const href = document2.written ? files.address(document2.notebook) : void 0;
  const name = document2.files.join(" + ");
  if (href === void 0) {
    return el("button", "al-link", { type: "button", onclick: () => open(document2.name) }, name);
  }
  const clicked = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(document2.name);
  };
  return el("a", "al-link", { href, onclick: clicked }, name);
}
function nameLines(document2) {
  const title = document2.title === document2.files.join(" + ") ? "" : document2.title;
  return [
    title && el("div", "al-title", {}, ...documentText(title)),
    document2.note && el("div", "al-note", {}, document2.note),
    document2.error && el("div", "al-error", {}, `could not be read: ${document2.error}`)
  ];
}
var count = (value) => value === null ? "–" : String(value);
var moment = (time) => time ? new Date(time).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" }) : "";

// src/folder/lab-paths.js
function pathOnServer({ serverRoot }, folder, file) {
  const root = serverRoot.replace(/\/+$/, "");
  for (const path of [folder.path, folder.from_home]) {
    if (path && path === root) return file;
    if (path?.startsWith(`${root}/`)) return `${path.slice(root.length + 1)}/${file}`;
  }
  return void 0;
}
var addressOf = (config, path, view) => `${config.baseUrl}${view}/${path.split("/").map(encodeURIComponent).join("/")}`;
function labConfig() {
  const text = document.getElementById("jupyter-config-data")?.textContent;
  if (!text) return void 0;
  const { baseUrl, serverRoot } = JSON.parse(text);
  return typeof baseUrl === "string" && typeof serverRoot === "string" ? { baseUrl, serverRoot } : void 0;
}

// src/folder/lab-files.js
var LabFiles = class {
  /**
   * @param {HTMLElement} root an element inside the page, where clicks are heard by JupyterLab
   * @param {Place} folder
   */
  constructor(root, folder) {
    this.root = root;
    this.folder = folder;
    this.config = labConfig();
  }
  /**
   * The address of a file; undefined where it has none.
   * @param {string} file
   * @param {"lab/tree" | "files"} [view]
   */
  address(file, view = "lab/tree") {
    const path = this.config && pathOnServer(this.config, this.folder, file);
    return this.config && path !== void 0 ? addressOf(this.config, path, view) : void 0;
  }
  /**
   * Opens a file in a tab of JupyterLab.
   * @param {string} file
   * @returns {boolean} whether there is a JupyterLab that can show it
   */
  open(file) {
    const path = this.config && pathOnServer(this.config, this.folder, file);
    if (path === void 0) return false;
    const linker = el("span", "al-hidden", {
      "data-commandlinker-command": "docmanager:open",
      "data-commandlinker-args": JSON.stringify({ path })
    });
    this.root.append(linker);
    linker.click();
    linker.remove();
    return true;
  }
  /**
   * A link to a file that is there; its name alone where it has no address.
   * @param {string} file
   */
  link(file) {
    const href = this.address(file);
    if (href === void 0) return el("code", "", {}, file);
    const open = (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && this.open(file)) event.preventDefault();
    };
    return el("a", "al-link", { href, onclick: open }, file);
  }
};

// src/folder/reading-bar.js
var ReadingBar = class {
  /** @param {() => void} stop */
  constructor(stop) {
    this.bar = el("progress", "", { max: 1, value: 0, "aria-label": "Reading" });
    this.text = el("span", "");
    this.element = el("div", "al-reading", { hidden: true }, this.bar, this.text, button("Stop", stop));
  }
  /** @param {ReadingProgress} message */
  show({ text, fraction }) {
    this.element.hidden = false;
    this.bar.value = fraction;
    this.text.textContent = text;
  }
  hide() {
    this.element.hidden = true;
  }
};

// src/screen/labels.js
var SIDE_NAMES = { source: "Original", target: "Translation" };

// src/folder/search-box.js
var SearchBox = class {
  /**
   * @param {(phrase: string, forms: boolean) => void} search
   * @param {(name: string) => void} open
   */
  constructor(search, open) {
    this.open = open;
    this.field = el("input", "al-field", {
      type: "search",
      "aria-label": "Look for a word in all documents"
    });
    this.forms = el("input", "", { type: "checkbox", checked: true });
    this.found = el("div", "al-hits", { role: "status" });
    const submit = (event) => {
      event.preventDefault();
      if (this.field.value.trim()) search(this.field.value.trim(), this.forms.checked);
    };
    const forms = el("label", "al-choice", {}, this.forms, "in all its forms");
    const go = button("Search", () => {
    }, { type: "submit" });
    this.form = el("form", "al-search", { onsubmit: submit }, this.field, forms, go);
    this.element = el(
      "section",
      "al-part",
      {},
      el("h2", "", {}, "Search all documents"),
      this.form,
      this.found
    );
  }
  /** @param {Hits} message */
  show({ phrase, hits, more }) {
    const documents = new Set(hits.map((hit) => hit.document)).size;
    const places = hits.length === 1 ? "1 place" : `${hits.length}${more ? " and more" : ""} places`;
    const where = documents === 1 ? "1 document" : `${documents} documents`;
    const text = hits.length ? `“${phrase}”: ${places} in ${where}` : `“${phrase}” stands in no document that was read.`;
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
        ...documentText(hit.after)
      ),
      el("div", "al-title", { dir: "auto" }, ...documentText(hit.other))
    );
  }
};

// src/folder/shared-lists.js
var sharedLists = (page, files) => el(
  "section",
  "al-part",
  {},
  el("h2", "", {}, "For all documents"),
  el("div", "al-lists", {}, ...page.lists.map((list) => listBox(list, files)))
);
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
      `, ${entries}`
    ),
    list.error && el("p", "al-error", {}, list.error),
    items.length ? el("ul", "", { tabindex: "0", "aria-label": list.title }, ...items) : null,
    more > 0 ? el("p", "", {}, `… and ${more} more`) : null
  );
}
function unclearFiles({ unclear, problems }, files) {
  if (!unclear.length && !problems.length) return null;
  const groups = unclear.map((one) => el("li", "", {}, `${one.files.join(", ")}: ${one.reason}`));
  const troubles = problems.map((text) => el("li", "", {}, text));
  const how = el(
    "p",
    "",
    {},
    "Write it into ",
    files.link("documents.tsv"),
    ", save it, then press Look again."
  );
  const head = el("h2", "", {}, "Which files belong together?");
  return el("section", "al-part al-unclear", {}, head, el("ul", "", {}, ...groups, ...troubles), how);
}
function skippedFiles({ skipped }) {
  if (!skipped.length) return null;
  const items = skipped.map((one) => el("li", "", {}, `${one.name}: ${one.reason}`));
  const count2 = skipped.length === 1 ? "1 other file" : `${skipped.length} other files`;
  return el(
    "details",
    "al-part",
    {},
    el("summary", "", {}, `${count2} here, not read`),
    el("ul", "", {}, ...items)
  );
}

// src/folder/start-page.js
var LOOKING = "Looking at the documents …";
var StartPage = class {
  /**
   * @param {HTMLElement} root
   * @param {(message: FolderOutgoing) => void} send
   */
  constructor(root, send) {
    this.root = root;
    this.send = send;
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
      this.below
    );
  }
  head() {
    const again = button("Look again", () => this.send({ do: "look" }), {
      title: "after files were added or changed"
    });
    const report = button("Quality report", () => this.send({ do: "report" }), {
      title: "a page to hand in"
    });
    this.title = el("h1", "");
    return el(
      "div",
      "al-head",
      {},
      el("div", "", {}, this.title, this.summary),
      this.readButton,
      again,
      report
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
      "No documents here yet: put text, Word or PDF files into the folder, then press Look again."
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
  replace(document2) {
    this.documents = this.documents.map((one) => one.name === document2.name ? document2 : one);
    const row = this.table.querySelector(`[data-name="${CSS.escape(document2.name)}"]`);
    row?.replaceWith(documentRow(document2, this.files, this.open));
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
    const document2 = this.documents.find((one) => one.name === name);
    if (document2) this.replace({ ...document2, written: true });
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
};

// src/folder/main.js
var NO_ANSWER = "No answer from Python: run the cell again. What was read and decided is kept.";
function render({ model, el: cell }) {
  const root = el("div", "");
  cell.append(root);
  const send = (message) => {
    try {
      model.send(message);
    } catch {
      page.say(NO_ANSWER);
    }
  };
  const page = new StartPage(root, send);
  const receive = (message) => page.receive(message);
  model.on("msg:custom", receive);
  const watching = whenShown(root, () => send({ do: "look" }));
  return () => {
    watching.disconnect();
    model.off("msg:custom", receive);
  };
}
function whenShown(root, shown) {
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) shown();
  });
  observer.observe(root);
  return observer;
}
var main_default = { render };
export {
  main_default as default
};
