import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  access,
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  watch,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Receipt } from "../../domain/ballot/receipt.ts";
import { readManifest, verify } from "../../functions/command/backup/manifest.ts";
import { ballotIdOf } from "../../functions/secrets.ts";
import { itemOfLine } from "../../functions/store/whole-table.ts";
import { BALLOT_PATH, goodBallot, newReceipt } from "../support/client.ts";
import { kenes, kenesBegun } from "../support/kenes.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { newFolder } from "./installation.ts";
import { setWorkThere } from "../support/work-mode.ts";
import { send, sending } from "./sending.ts";

const { id: ID } = KAZAKHSTAN;

let server: RunningServer;
/** Where the backup of the first test stays for those after it. */
let shelf: string;
beforeAll(async () => {
  server = await startServer();
  shelf = await mkdtemp(join(tmpdir(), "kenes-test-"));
});
afterAll(async () => {
  await server.stop();
  await rm(shelf, { recursive: true, force: true });
});

const statusOf = async (url: string, receipt: string) =>
  (await fetch(url + BALLOT_PATH, { headers: { Authorization: `Bearer ${receipt}` } })).status;
const lines = async (file: string) => (await readFile(file, "utf8")).split("\n").slice(0, -1);
const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

describe("a backup while ballots are being sent", () => {
  let folder: string;
  let before: string[];
  let expert: string;
  let unused: string;

  test("has every ballot that was acknowledged before it began, and its counts agree", async () => {
    const codes = (await kenes(["invite", ID, "2"], { folder: server.folder })).out.split("\n");
    [expert, unused] = [newReceipt(), codes[1]!];
    expect((await send(server.url, expert, goodBallot({ invitation: codes[0] }))).status).toBe(201);
    // So many come from one machine that they would be asked for work.
    await setWorkThere(server, ID, "off");
    const sent = sending(server.url);
    while (sent.acknowledged.length < 200) await wait(20);
    before = [expert, ...sent.acknowledged];
    folder = join(shelf, "backup");
    const { code, out } = await kenes(["backup", folder, "--with-secret"], server);
    await sent.stop();
    const all = 1 + sent.acknowledged.length;
    expect([code, out]).toEqual([0, expect.stringContaining("read again and whole")]);

    const manifest = await readManifest(folder);
    await verify(folder, manifest);
    const ballots = await lines(join(folder, "ballots.jsonl"));
    const kept = new Set(ballots.map((line) => itemOfLine(line)["sk"]?.S));
    expect(manifest.tables[0]).toMatchObject({ table: "ballots", items: kept.size });
    expect(ballots).toHaveLength(kept.size);
    for (const receipt of before) {
      expect(kept.has(ballotIdOf(ID, receipt as Receipt))).toBe(true);
    }
    expect(kept.size).toBeGreaterThanOrEqual(before.length);
    expect(kept.size).toBeLessThanOrEqual(all);
    expect(manifest.files.length).toBe(
      (await lines(join(folder, "main.jsonl"))).filter((line) => line.includes('"RELEASE#')).length,
    );
    expect(await readFile(join(folder, "secret"), "utf8")).toBe(
      await readFile(join(server.folder, "secret"), "utf8"),
    );
    expect((await readdir(join(folder, ".."))).toSorted()).toEqual(["backup"]);
  });

  test("is never made over anything", async () => {
    const { code, err } = await kenes(["backup", folder], server);
    expect([code, err]).toEqual([1, expect.stringContaining("is there already")]);
    await verify(folder, await readManifest(folder));
  });

  test("is restored into a new data folder, in which counting agrees and codes go on to count", async () => {
    const parent = await newFolder();
    const data = join(parent, "data");
    // As one that was killed has left it.
    const dead = spawn(process.execPath, ["-e", ""]);
    await once(dead, "exit");
    await mkdir(join(parent, `data.unfinished-${dead.pid}`));
    const restored = await kenes(["restore", folder, "--json"], { folder: data });
    expect(restored.code).toBe(0);
    expect(await readdir(parent)).toEqual(["data"]);
    const { items } = JSON.parse(restored.out);
    const again = await kenes(["restore", folder], { folder: data });
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("is not empty")]);
    const next = await startServer({ folder: data });
    onTestFinished(() => next.stop());
    for (const receipt of before.slice(0, 20)) expect(await statusOf(next.url, receipt)).toBe(200);
    const { code, out } = await kenes(["recount", ID, "--json"], { folder: data });
    const { ballots } = JSON.parse(out);
    expect([code, ballots.public + ballots.expert]).toEqual([0, items.ballots]);
    const invited = goodBallot({ invitation: unused });
    expect((await send(next.url, newReceipt(), invited)).status).toBe(201);
    expect((await send(next.url, newReceipt(), invited)).status).toBe(403);
    const sound = await kenes(["check"], { folder: data });
    expect([sound.code, sound.out]).toEqual([0, expect.stringContaining("is sound")]);
  });

  test.each([
    [
      "a letter of a ballot",
      async (at: string) => replace(join(at, "ballots.jsonl"), '"S":"', '"S":" '),
    ],
    ["one ballot more", (at: string) => appendFile(join(at, "ballots.jsonl"), "{}\n")],
    ["a file that is gone", (at: string) => rm(join(at, "main.jsonl"))],
    [
      "a later form",
      (at: string) => replace(join(at, "backup.json"), '"version": 1', '"version": 2'),
    ],
    ["no list of what is in it", (at: string) => rm(join(at, "backup.json"))],
    ["a list cut short", (at: string) => writeFile(join(at, "backup.json"), '{"format":')],
  ])("with %s is not restored, and leaves nothing", async (_, spoil) => {
    const parent = await newFolder();
    const copy = join(parent, "copy");
    await cp(folder, copy, { recursive: true });
    await spoil(copy);
    const data = join(parent, "data");
    const { code, out, err } = await kenes(["restore", copy], { folder: data });
    expect([code, out]).toEqual([1, ""]);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(await readdir(parent)).toEqual(["copy"]);
  });
});

async function replace(file: string, what: string, by: string): Promise<void> {
  const text = await readFile(file, "utf8");
  expect(text).toContain(what);
  await writeFile(file, text.replace(what, by));
}

test.each(["SIGKILL", "SIGTERM"] as const)(
  "a backup that %s ends leaves nothing that looks whole",
  async (signal) => {
    let cut = 0;
    for (let round = 0; round < 12 && cut < 2; round++) {
      const parent = await newFolder();
      const folder = join(parent, "backup");
      const seen = new AbortController();
      const begun = (async () => {
        for await (const { filename } of watch(parent, { signal: seen.signal })) {
          if (filename?.includes("unfinished")) return;
        }
      })().catch(() => {});
      const child = kenesBegun(["backup", folder], server.folder);
      const ended = once(child, "exit");
      await Promise.race([begun, ended]);
      await wait(round % 4);
      child.kill(signal);
      await ended;
      seen.abort();
      if (await isThere(folder)) {
        // It was quicker: then all of it is there.
        await verify(folder, await readManifest(folder));
        continue;
      }
      cut += 1;
      for (const left of await readdir(parent)) {
        expect(left).toMatch(/^backup\.unfinished-\d+$/);
        const { code } = await kenes(["restore", join(parent, left)], {
          folder: join(parent, "data"),
        });
        expect(code).toBe(1);
      }
      if (signal === "SIGTERM") expect(await readdir(parent)).toEqual([]);
    }
    expect(cut).toBeGreaterThan(0);
  },
);
