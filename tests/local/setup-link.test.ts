import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { endSetupLink, handOverSetupLink } from "../../functions/local/setup-link-file.ts";
import { signedIn } from "../support/signed-in.ts";
import { freshWorld } from "../support/world.ts";
import { newFolder } from "./installation.ts";

const LINK = "http://localhost:8080/organise/setup#ABCD-EFGH-JKMN-PQRS";

test("a terminal is shown the link, and nothing is written", async () => {
  const folder = await newFolder();
  const lines = await handOverSetupLink(LINK, folder, true);
  expect(lines.join("\n")).toContain(LINK);
  await expect(access(join(folder, "setup-link"))).rejects.toThrow("ENOENT");
});

test("any other output names a file, which goes when the link was used", async () => {
  const folder = await newFolder();
  const file = join(folder, "setup-link");
  const lines = await handOverSetupLink(LINK, folder, false);
  expect(lines.join("\n")).toContain(file);
  expect(lines.join("\n")).not.toContain("ABCD");
  const world = await freshWorld();
  const over = endSetupLink(folder, world.db, new AbortController().signal);
  expect(await readFile(file, "utf8")).toBe(`${LINK}\n`);
  await signedIn(world, "Ann");
  await over;
  await expect(access(file)).rejects.toThrow("ENOENT");
});

test("and when all is stopped", async () => {
  const folder = await newFolder();
  await handOverSetupLink(LINK, folder, false);
  const stop = new AbortController();
  const over = endSetupLink(folder, (await freshWorld()).db, stop.signal);
  stop.abort();
  await over;
  await expect(access(join(folder, "setup-link"))).rejects.toThrow("ENOENT");
});
