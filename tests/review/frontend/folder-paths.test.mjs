// Where a file of a folder is in JupyterLab.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, pathOnServer } from "../../../align/review/frontend/src/folder/lab-paths.js";

const place = (path, from_home = "") => ({ name: "letters", path, from_home });

test("a file below the server's root is named from there", () => {
  const config = { serverRoot: "/home/anna/work" };
  assert.equal(pathOnServer(config, place("/home/anna/work/letters"), "a.ipynb"), "letters/a.ipynb");
  assert.equal(pathOnServer(config, place("/home/anna/work"), "a.ipynb"), "a.ipynb");
  assert.equal(pathOnServer({ serverRoot: "/" }, place("/data/letters"), "a.ipynb"), "data/letters/a.ipynb");
});

test("a root in the home folder may be written with a tilde", () => {
  const folder = place("/home/anna/work/letters", "~/work/letters");
  assert.equal(pathOnServer({ serverRoot: "~/work" }, folder, "a.ipynb"), "letters/a.ipynb");
});

test("a folder beside the root has no path there", () => {
  assert.equal(
    pathOnServer({ serverRoot: "/home/anna/work" }, place("/home/anna/workshop"), "a.ipynb"),
    undefined,
  );
});

test("an address has every sign escaped", () => {
  const config = { baseUrl: "/user/anna/", serverRoot: "/" };
  assert.equal(
    addressOf(config, "письма/a #1?.ipynb", "lab/tree"),
    "/user/anna/lab/tree/%D0%BF%D0%B8%D1%81%D1%8C%D0%BC%D0%B0/a%20%231%3F.ipynb",
  );
});
