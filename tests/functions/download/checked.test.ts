import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { createApp } from "../../../functions/app.ts";
import { DEFINITION, twoReleases } from "./two-releases.ts";

test("the zip is checked in a folder with nothing else, and a changed digit is found", async () => {
  const { services, texts } = await twoReleases();
  const answer = await createApp(services).request(apiPath(API.resultsZip, DEFINITION.id));
  const unpacked = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const readme = new TextDecoder().decode(unpacked["README.md"]);
  const folder = await mkdtemp(join(tmpdir(), "kenes-zip-"));
  try {
    for (const [name, bytes] of Object.entries(unpacked)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    const [command = "", ...rest] = /^ {4}(node check\.mjs.*)$/m.exec(readme)![1]!.split(" ");
    expect(command).toBe("node");
    const run = () => promisify(execFile)(process.execPath, rest, { cwd: folder });
    await run();
    const changed = texts[1]!.replace(
      /"mean":(\d\.\d)/,
      (_, mean) => `"mean":${mean === "4.5" ? "4.4" : "4.5"}`,
    );
    expect(changed).not.toBe(texts[1]);
    await writeFile(join(folder, "releases/2.json"), changed);
    await expect(run()).rejects.toMatchObject({ code: 1 });
  } finally {
    await rm(folder, { recursive: true });
  }
});
