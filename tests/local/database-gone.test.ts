import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rename, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { BALLOT_PATH, newReceipt, times } from "../support/client.ts";
import { kenes } from "../support/kenes.ts";
import { PATIENCE } from "../support/patience.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { send } from "./sending.ts";

/* The server's own database file is gone, emptied or an older one: refused, and all is there when it is put back. */

const ID = "kazakhstan-2019";
/** The rest runs with `npm run test:chaos`: each start costs seconds of Java. */
const LONG = Boolean(process.env["CHAOS"]);
const bundle = resolve(import.meta.dirname, "../../dist/functions/local/server.mjs");

let parent: string;
let folder: string;
let backup: string;
/** The database's file, what it was at the end, and what it was before there was a ballot. */
let [file, kept, older] = ["", "", ""];
let receipts: string[];
/** How many ballots are written down outside the database. */
let ballots: number;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "kenes-gone-"));
  [folder, backup] = [join(parent, "data"), join(parent, "backup")];
  const server = await startServer({ folder });
  const mark = () =>
    readFile(join(folder, "files/marks/installation.json"), "utf8").catch(() => "");
  const marked = (what: RegExp) =>
    vi.waitUntil(async () => what.test(await mark()), { timeout: PATIENCE, interval: 200 });
  const [name] = (await readdir(join(folder, "database"))).filter((one) => one.endsWith(".db"));
  file = join(folder, "database", name!);
  [kept, older] = [join(parent, "kept"), join(parent, "older")];
  await marked(/"release":0/);
  const database = new DatabaseSync(file, { readOnly: true, timeout: PATIENCE });
  database.exec(`VACUUM INTO '${older}'`);
  database.close();
  receipts = times(6, newReceipt);
  const sent = await Promise.all(receipts.map((receipt) => send(server.url, receipt)));
  expect(sent.map(({ status }) => status)).toEqual(receipts.map(() => 201));
  await marked(/"release":[1-9]/);
  ballots = JSON.parse(await mark()).consultations[ID].ballots;
  expect(ballots).toBeGreaterThan(0);
  if (LONG) expect((await kenes(["backup", backup, "--with-secret"], server)).code).toBe(0);
  await ended(server);
  await cp(file, kept);
});
afterAll(() => rm(parent, { recursive: true, force: true }));

async function ended({ process: child }: RunningServer): Promise<void> {
  child.kill("SIGTERM");
  await once(child, "exit");
}

/** What a start says that refuses. */
async function refused(): Promise<string> {
  const env = { ...process.env, KENES_DATA: folder, PORT: "0" };
  const child = spawn(process.execPath, [bundle], { env });
  let said = "";
  for (const from of [child.stdout, child.stderr]) from.on("data", (chunk) => (said += chunk));
  const [code] = (await once(child, "close")) as [number | null];
  expect([code, said]).toEqual([1, expect.stringContaining("holds less than was written down")]);
  expect(said).toMatch(new RegExp(`${ID}: ${ballots} ballots were counted, now 0`));
  expect(said).toMatch(new RegExp(`${ID}: release \\d+ was made, and the newest is now none`));
  expect(said).toContain(`KENES_DATA=${folder} kenes restore <backup>`);
  expect(said).toMatch(/KENES_ACCEPT_LOSS=[0-9a-f]{10} npm start/);
  return said;
}

const statuses = ({ url }: RunningServer) =>
  Promise.all(
    receipts.map(async (receipt) => {
      const headers = { Authorization: `Bearer ${receipt}` };
      return (await fetch(url + BALLOT_PATH, { headers })).status;
    }),
  );
const all = () => receipts.map(() => 200);
const recount = async (server: RunningServer) => {
  const { code, out } = await kenes(["recount", ID, "--json"], server);
  return [code, JSON.parse(out).ballots.public];
};

test("deleted or replaced by an older one it is refused, with what is missing and how to restore", async () => {
  await rm(file);
  expect(await refused()).toContain("the database is a new one");
  await cp(older, file);
  expect(await refused()).not.toContain("the database is");
});

test("all is there when the file is put back", async () => {
  await cp(kept, file);
  const server = await startServer({ folder });
  expect(await statuses(server)).toEqual(all());
  expect(await recount(server)).toEqual([0, 6]);
  const { code, out } = await kenes(["check"], server);
  expect([code, out]).toEqual([0, expect.stringContaining("mark: the database holds all")]);
  await ended(server);
});

describe.runIf(LONG)("the same at length", () => {
  test("emptied it is refused; all is there when the backup is restored as the refusal says", async () => {
    await truncate(file);
    expect(await refused()).toContain("the database is a new one");
    await rename(folder, `${folder}.aside`);
    expect((await kenes(["restore", backup], { folder })).code).toBe(0);
    const server = await startServer({ folder });
    expect(await statuses(server)).toEqual(all());
    expect(await recount(server)).toEqual([0, 6]);
    await ended(server);
    await rm(folder, { recursive: true });
    await rename(`${folder}.aside`, folder);
  });

  test("whoever accepts that loss goes on without", async () => {
    const [, accept] = /KENES_ACCEPT_LOSS=([0-9a-f]{10})/.exec(await refused())!;
    const server = await startServer({ folder, env: { KENES_ACCEPT_LOSS: accept! } });
    expect(server.said()).toContain("loss-accepted");
    expect((await send(server.url, newReceipt())).status).toBe(201);
    await ended(server);
  });
});
