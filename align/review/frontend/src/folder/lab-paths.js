// @ts-check
// Where a file of the folder is in JupyterLab: the server names files from its own root.

/** @import { Place } from "../types/folder.js" */

/**
 * What the page of JupyterLab says about its server.
 * @typedef {object} LabConfig
 * @property {string} baseUrl ends with `/`
 * @property {string} serverRoot the folder that the server shows, perhaps with `~`
 */

/**
 * The path of a file for the server; undefined where the folder is not below the server's root.
 * @param {Pick<LabConfig, "serverRoot">} config
 * @param {Place} folder
 * @param {string} file
 */
export function pathOnServer({ serverRoot }, folder, file) {
  const root = serverRoot.replace(/\/+$/, "");
  for (const path of [folder.path, folder.from_home]) {
    if (path && path === root) return file;
    if (path?.startsWith(`${root}/`)) return `${path.slice(root.length + 1)}/${file}`;
  }
  return undefined;
}

/**
 * The address of a file: in JupyterLab (`lab/tree`), or the file itself (`files`).
 * @param {LabConfig} config
 * @param {string} path
 * @param {"lab/tree" | "files"} view
 */
export const addressOf = (config, path, view) =>
  `${config.baseUrl}${view}/${path.split("/").map(encodeURIComponent).join("/")}`;

/**
 * The configuration that JupyterLab's page holds; undefined in another program.
 * @returns {LabConfig | undefined}
 */
export function labConfig() {
  const text = document.getElementById("jupyter-config-data")?.textContent;
  if (!text) return undefined;
  const { baseUrl, serverRoot } = JSON.parse(text);
  return typeof baseUrl === "string" && typeof serverRoot === "string" ? { baseUrl, serverRoot } : undefined;
}
