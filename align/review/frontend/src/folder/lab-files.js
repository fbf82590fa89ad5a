// @ts-check
// Links to files of the folder, and opening them: in a tab of JupyterLab where the page is one.

/** @import { Place } from "../types/folder.js" */
import { el } from "../screen/dom.js";
import { addressOf, labConfig, pathOnServer } from "./lab-paths.js";

export class LabFiles {
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
    return this.config && path !== undefined ? addressOf(this.config, path, view) : undefined;
  }

  /**
   * Opens a file in a tab of JupyterLab.
   * @param {string} file
   * @returns {boolean} whether there is a JupyterLab that can show it
   */
  open(file) {
    const path = this.config && pathOnServer(this.config, this.folder, file);
    if (path === undefined) return false;
    const linker = el("span", "al-hidden", {
      "data-commandlinker-command": "docmanager:open",
      "data-commandlinker-args": JSON.stringify({ path }),
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
    if (href === undefined) return el("code", "", {}, file);
    /** @param {MouseEvent} event */
    const open = (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && this.open(file)) event.preventDefault();
    };
    return el("a", "al-link", { href, onclick: open }, file);
  }
}
