import { cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { joinOnlyOnce } from "../../functions/local/join-once.ts";
import { newFolder } from "./installation.ts";

test("a copy of a folder that has joined a database joins nothing, and a folder that was moved does", async () => {
  const parent = await newFolder();
  const [first, copy, moved] = ["first", "copy", "moved"].map((name) => join(parent, name));
  await mkdir(first!);
  await joinOnlyOnce(first!);
  await writeFile(join(first!, "database-key"), "0123456789ABCDEFGHJKMNPQRS\n");
  await joinOnlyOnce(first!);
  await cp(first!, copy!, { recursive: true });
  await expect(joinOnlyOnce(copy!)).rejects.toThrow(
    `${copy} is a copy of the data folder ${first}`,
  );
  await joinOnlyOnce(first!);
  await rm(copy!, { recursive: true });
  await rename(first!, moved!);
  await joinOnlyOnce(moved!);
  await joinOnlyOnce(moved!);
});
