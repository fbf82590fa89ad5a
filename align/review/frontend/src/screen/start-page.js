// @ts-check
// The start page of the folder, where the next document is chosen.

/** @import { Screen } from "./screen.js" */
import { LabFiles } from "../folder/lab-files.js";

/** The notebook's name, as `align/review/page.py` has it. */
const START = "start.review.ipynb";

/**
 * Opens the start page in a tab of JupyterLab; elsewhere names it.
 * @param {Screen} screen
 */
export function openStartPage(screen) {
  const { folder } = screen.summary;
  if (!folder || !new LabFiles(screen.root, folder).open(START))
    screen.say(`Open ${START}: it lists the documents of this folder.`);
}
