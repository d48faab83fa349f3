import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { beginPiece, writePiece } from "../../../functions/command/backup/pieces.ts";
import { newFolder } from "../../local/installation.ts";

test("a file stands in folders for its owner alone, which are made once", async () => {
  const folder = await newFolder();
  for (const name of ["a", "b"]) await writePiece(folder, `files/releases/${name}`, name);
  expect(await readFile(join(folder, "files/releases/b"), "utf8")).toBe("b");
  const modes = ["files", "files/releases", "files/releases/a"].map(
    async (path) => (await stat(join(folder, path))).mode & 0o777,
  );
  expect(await Promise.all(modes)).toEqual([0o700, 0o700, 0o600]);
});

test.each(["ballots.jsonl", "files/releases/a"])(
  "nothing makes a folder again that was removed: %s",
  async (file) => {
    const parent = await newFolder();
    await expect(beginPiece(join(parent, "gone"), file)).rejects.toThrow("ENOENT");
    expect(await readdir(parent)).toEqual([]);
  },
);
