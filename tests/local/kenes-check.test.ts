import { DeleteItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Release } from "../../domain/release/schema.ts";
import { readInstance } from "../../functions/local/instance.ts";
import type { Services } from "../../functions/services.ts";
import { lastRecount, loadStop } from "../../functions/store/counting.ts";
import { CONSULTATIONS } from "../../functions/store/keys.ts";
import { loadTally, saveTally } from "../../functions/store/tallies.ts";
import { servicesBeside } from "../support/beside.ts";
import { kenes, npmRun } from "../support/kenes.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { newFolder } from "./installation.ts";
import { counted } from "./sending.ts";

const { id: ID } = KAZAKHSTAN;

// One server for all of it; the tests go on from what those before have left.
let server: RunningServer;
let services: Services;
const run = (words: readonly string[]) => kenes(words, server);

beforeAll(async () => {
  server = await startServer();
  services = await servicesBeside(server);
  await kenes(["simulate", "--ballots", "30", "--experts", "12"], server);
  await counted(services.db, ID, 42);
});
afterAll(() => server.stop());

describe("release and export", () => {
  test("release makes what is due, never more, and says when the next one is", async () => {
    // Asked again until no release has come between the two answers.
    let [made, again] = [await run(["release", ID, "--json"]), await run(["release", ID])];
    while (!again.out.includes(`The newest is release ${JSON.parse(made.out).newest}.`)) {
      await wait(1_000);
      [made, again] = [await run(["release", ID, "--json"]), await run(["release", ID])];
    }
    expect(made.code).toBe(0);
    const { newest, next } = JSON.parse(made.out);
    expect(Date.parse(next)).toBeGreaterThan(Date.now() - 60_000);
    expect([again.code, again.out]).toEqual([0, expect.stringMatching(/^No release of .*: /)]);
    expect(again.out).toContain(`The newest is release ${newest}. The next one is due at `);
  });

  test("export gives the bytes of the addresses, of any release, to a folder or to standard output", async () => {
    const at = `${server.url}/api/consultations/${ID}/releases/1`;
    const bytes = await (await fetch(at)).text();
    const folder = join(await newFolder(), "new", "files");
    const { code, out } = await run(["export", ID, "--release", "1", "--to", folder]);
    expect(code).toBe(0);
    const endings = ["json", "csv", "segments.csv", "en.xlsx", "ru.xlsx", "kk.xlsx", "zip"];
    const names = endings.map((ending) => `${ID}-1.${ending}`);
    expect(out.trim().split("\n")).toEqual(names.map((name) => join(folder, name)));
    expect((await readdir(folder)).toSorted()).toEqual(names.toSorted());
    expect(await readFile(join(folder, names[0]!), "utf8")).toBe(bytes);
    for (const [file, address] of [
      [names[4]!, `${at}/results.xlsx?lang=ru`],
      [names[6]!, `${at}/results.zip`],
    ] as const) {
      const served = new Uint8Array(await (await fetch(address)).arrayBuffer());
      expect(new Uint8Array(await readFile(join(folder, file)))).toEqual(served);
    }
    const one = await run(["export", ID, "--release", "1", "--format", "json"]);
    expect(one.out).toBe(bytes);
    const table = await run(["export", ID, "--release=1"]);
    expect(table.out).toBe(await readFile(join(folder, names[1]!), "utf8"));
    expect(table.out.split("\r\n")[0]).toContain("code,");
    const parsed = JSON.parse(
      (await run(["export", ID, "--release", "1", "--json"])).out,
    ) as Release;
    expect(parsed).toEqual(JSON.parse(bytes));
    const none = await run(["export", ID, "--release", "9999"]);
    expect([none.code, none.err]).toEqual([1, `${ID} has no release 9999\n`]);
  });
});

describe("check", () => {
  test("of a sound installation ends with 0, and changes nothing", async () => {
    const { code, out } = await run(["check", "--json"]);
    const { sound, findings } = JSON.parse(out);
    expect([code, sound]).toEqual([0, true]);
    expect(findings.map((one: { check: string }) => one.check)).toEqual([
      ..."data folder,pages,database,secret,counting,mark".split(","),
      ..."tally,publication,releases".split(","),
    ]);
    const before = await lastRecount(services.db, ID);
    expect((await run(["check"])).out).toContain("This installation is sound.");
    expect(await lastRecount(services.db, ID)).toEqual(before);
  });

  test("finds a release whose file was changed by one letter", async () => {
    const folder = join(server.folder, "files/releases", ID);
    const [name] = (await readdir(folder)).filter((one) => one.startsWith("1-"));
    const file = join(folder, name!);
    const before = await readFile(file, "utf8");
    await writeFile(file, before.replace('"release":1', '"release":2'));
    const { code, out } = await run(["check"]);
    await writeFile(file, before);
    expect(code).toBe(1);
    expect(out).toMatch(
      /PROBLEM {2}kazakhstan-2019: releases: a release file is not what was registered/,
    );
    expect(out).toContain("NOT sound");
  });

  test("and that the database holds less than was written down outside it", async () => {
    const file = join(server.folder, "files/marks/installation.json");
    const before = await readFile(file, "utf8");
    await writeFile(file, before.replace('"revision":', '"revision":9'));
    const { code, out } = await run(["check"]);
    await writeFile(file, before);
    expect([code, out]).toEqual([1, expect.stringMatching(/PROBLEM {2}mark: .*ballots were/)]);
  });

  test("and a consultation that cannot be read, while it looks at the others", async () => {
    const damaged = { ...CONSULTATIONS.key("damaged-2026"), definition: { S: "?" } };
    const { client, tables } = services.db;
    await client.send(new PutItemCommand({ TableName: tables.main, Item: damaged }));
    const { code, out } = await run(["check"]);
    const Key = CONSULTATIONS.key("damaged-2026");
    await client.send(new DeleteItemCommand({ TableName: tables.main, Key }));
    expect([code, out]).toEqual([1, expect.stringContaining("PROBLEM  damaged-2026: definition")]);
    expect(out).toContain(`ok       ${ID}: tally`);
  });

  test("and a tally that differs, which recount says too, and rebuilds", async () => {
    const { tally, revision } = (await loadTally(services.db, ID))!;
    tally.cells.public.ballots += 1;
    expect(await saveTally(services.db, ID, tally, revision, false)).toBe(true);
    const checked = await run(["check"]);
    expect([checked.code, checked.out]).toEqual([
      1,
      expect.stringContaining("tally: differs from"),
    ]);
    expect(await loadStop(services.db, ID)).toBeUndefined();
    const found = await npmRun("recount", [ID], { folder: server.folder });
    expect([found.code, found.out]).toEqual([1, expect.stringContaining("DIFFER in")]);
    const stopped = await run(["release", ID]);
    expect([stopped.code, stopped.out]).toEqual([
      1,
      expect.stringContaining("publication is stopped"),
    ]);
    expect((await run(["check"])).out).toMatch(/publication: is stopped since .* \(difference\)/);
    const rebuilt = await run(["recount", ID, "--rebuild"]);
    expect([rebuilt.code, rebuilt.out]).toEqual([1, expect.stringContaining("was rebuilt")]);
    expect((await run(["recount", ID])).code).toBe(0);
    expect((await run(["check"])).code).toBe(0);
  });
});

test("where nothing can be written says so in one line", async () => {
  const file = join(await newFolder(), "file");
  await writeFile(file, "");
  const { code, err } = await kenes(["backup", join(file, "backup")], server);
  expect(code).toBe(1);
  expect(err.trim().split("\n")).toHaveLength(1);
});

test("a copy of the data folder leads no command to the live server, and can be started by itself", async () => {
  const copy = join(await newFolder(), "copied");
  await cp(server.folder, copy, { recursive: true });
  for (const words of [
    ["recount", ID],
    ["invite", ID, "1"],
    ["backup", join(copy, "b")],
    ["setup"],
  ]) {
    const { code, out, err } = await kenes(words, { folder: copy });
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain(`is a copy of the data folder ${server.folder}`);
  }
  const own = await startServer({ folder: copy });
  onTestFinished(() => own.stop());
  expect((await readInstance(copy)).serverPid).toBe(own.process.pid);
  expect(own.instance.endpoint).not.toBe(server.instance.endpoint);
  expect((await kenes(["check"], server)).code).toBe(0);
  expect((await kenes(["check"], { folder: copy })).code).toBe(0);
});
