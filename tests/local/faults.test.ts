import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { createConnection } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { backupName } from "../../functions/local/backups.ts";
import { clientConfig } from "../../functions/local/database.ts";
import { readInstance } from "../../functions/local/instance.ts";
import { LOCAL_TABLES } from "../../functions/local/services.ts";
import { connect } from "../../functions/store/database.ts";
import { BALLOT_PATH, goodBallot, newReceipt } from "../support/client.ts";
import { kenes, type Ran } from "../support/kenes.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { setWorkThere } from "../support/work-mode.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { counted, send } from "./sending.ts";

// One installation goes through all of it, one fault after the other, as each start of Java takes seconds.

const { id: ID, recommendations } = KAZAKHSTAN;
const root = resolve(import.meta.dirname, "../..");

let server: RunningServer;
let [parent, folder, backups]: string[] = [];
afterAll(async () => {
  await server?.stop();
  await rm(parent!, { recursive: true, force: true });
});

/** Answers to everything, so that they are found again among bytes. */
const full = (shift: number) =>
  goodBallot({
    ratings: Object.fromEntries(
      recommendations.map(({ code }, place) => [code, ((place * 3 + shift) % 5) + 1]),
    ),
  });
const packed = (shift: number) =>
  recommendations.map((_, place) => ((place * 3 + shift) % 5) + 1).join("");
const [kept, withdrawn, later] = [newReceipt(), newReceipt(), newReceipt()];
/** How many ballots were acknowledged and stand, and what a recount has said of them. */
let saved = 0;
let recounted: Ran | undefined;
async function save(receipt: string, ballot: unknown) {
  const answer = await send(server.url, receipt, ballot);
  if (answer.status === 201) saved += 1;
  return answer;
}
const bearer = (receipt: string) => ({ headers: { Authorization: `Bearer ${receipt}` } });

const databaseFile = async () => {
  // While something is written there is a journal beside it.
  const names = (await readdir(join(folder!, "database"))).filter((one) => one.endsWith(".db"));
  expect(names).toHaveLength(1);
  return join(folder!, "database", names[0]!);
};
const allCounted = async (ballots: number) => {
  const db = connect(LOCAL_TABLES, clientConfig(await readInstance(folder!)));
  await counted(db, ID, ballots);
  db.client.destroy();
};
const ended = async () => {
  server.process.kill("SIGTERM");
  await once(server.process, "exit");
  expect(server.process.exitCode).toBe(0);
};

test("the link of the first owner is in no output that is kept, but in a file for its owner alone", async () => {
  parent = await mkdtemp(join(tmpdir(), "kenes-test-"));
  [folder, backups] = [join(parent, "data"), join(parent, "backups")];
  server = await startServer({ folder, env: { KENES_BACKUP: backups } });
  const file = join(folder, "setup-link");
  expect(server.said()).toContain(file);
  const link = (await readFile(file, "utf8")).trim();
  expect(link).toMatch(new RegExp(`^${server.url}/organise/setup#`));
  expect(server.said()).not.toContain(link.split("#")[1]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("a backup is made by itself, and is whole", async () => {
  await expect
    .poll(async () => (await readdir(backups!).catch(() => [])).map((name) => name.slice(0, 8)))
    .toEqual(["kenes-20"]);
});

test("from other addresses than loopback the database does not answer, or the start says that it does", async () => {
  const { port } = new URL(server.instance.endpoint);
  const others = Object.values(networkInterfaces()).flatMap((some) =>
    (some ?? []).filter(({ internal, scopeid }) => !internal && !scopeid),
  );
  const answers = (host: string) =>
    new Promise<boolean>((done) => {
      const socket = createConnection({ host, port: Number(port), timeout: 5_000 });
      const end = (is: boolean) => done(is) ?? socket.destroy();
      socket.once("connect", () => end(true));
      socket.once("timeout", () => end(false));
      socket.once("error", () => end(false));
    });
  expect(await answers("127.0.0.1")).toBe(true);
  const open = (await Promise.all(others.map(({ address }) => answers(address)))).some(Boolean);
  if (open) expect(server.said()).toContain("listens on EVERY address");
  else expect(server.said()).toMatch(/Database\s+reached from this machine alone|EVERY address/);
});

test("kill -9 of the database: ballots are told to wait, and saved again by the same server", async () => {
  const { own, endpoint } = await readInstance(folder!);
  expect((await save(kept, full(0))).status).toBe(201);
  // All of them come from one place.
  await setWorkThere(server, ID, "off");
  process.kill(own!.databasePid, "SIGKILL");
  const answers = new Set<string>();
  const begun = performance.now();
  // It may answer once more before it dies.
  while (answers.size < 2 || !answers.has("saved")) {
    const receipt = newReceipt();
    // The same until it is acknowledged: where only the answer was lost it is stored already.
    for (let isSaved = false; !isSaved; await wait(50)) {
      const answer = await send(server.url, receipt, full(1));
      isSaved = answer.ok;
      answers.add(isSaved ? "saved" : `${answer.status} ${answer.headers.get("Retry-After")}`);
    }
    saved += 1;
  }
  process.stderr.write(`Saved again ${Math.round(performance.now() - begun)} ms after it.\n`);
  expect([...answers].toSorted()).toEqual(["503 2", "saved"]);
  const again = await readInstance(folder!);
  expect(again.own!.databasePid).not.toBe(own!.databasePid);
  expect(again.endpoint).toBe(endpoint);
  expect((await fetch(server.url + BALLOT_PATH, bearer(kept))).status).toBe(200);
});

test("what was withdrawn is in no file of the database any more when it has ended", async () => {
  expect((await send(server.url, withdrawn, full(3))).status).toBe(201);
  const revised = { ...full(4), revision: 2 };
  expect((await send(server.url, withdrawn, revised)).status).toBe(200);
  const gone = await fetch(server.url + BALLOT_PATH, { method: "DELETE", ...bearer(withdrawn) });
  expect(gone.status).toBe(204);
  const before = await readFile(await databaseFile());
  expect([3, 4].map((shift) => before.includes(packed(shift)))).toEqual([true, true]);
  // Two more, one after the other: how far was read is noted after it was counted, and before anything else is.
  for (const receipt of [later, newReceipt()]) {
    expect((await save(receipt, full(2))).status).toBe(201);
    await allCounted(saved);
  }
  await ended();
  const after = await readFile(await databaseFile());
  expect([0, 3, 4].map((shift) => after.includes(packed(shift)))).toEqual([true, false, false]);
  expect(await readdir(join(folder!, "database"))).toHaveLength(1);
  await expect(access(join(folder!, "setup-link"))).rejects.toThrow("ENOENT");
  server = await server.again();
  recounted = await kenes(["recount", ID, "--json"], server);
  expect(recounted.code).toBe(0);
  expect(JSON.parse(recounted.out).ballots.public).toBe(saved);
});

test("damage is named, with the command that restores the last backup; all is there after it", async () => {
  const newest = join(backups!, backupName(new Date(Date.now() + 60_000)));
  expect((await kenes(["backup", newest], server)).code).toBe(0);
  await ended();
  const file = await databaseFile();
  const handle = await open(file, "r+");
  await handle.write(Buffer.alloc(8192, 7), 0, 8192, 4096);
  await handle.close();

  const bundle = join(root, "dist/functions/local/server.mjs");
  const env = { ...process.env, KENES_DATA: folder!, KENES_BACKUP: backups!, PORT: "0" };
  const start = spawn(process.execPath, [bundle], { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  start.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(start, "close")) as [number];
  expect([code, said.trim().split("\n")]).toEqual([1, [expect.stringContaining(file)]]);
  expect(said).toMatch(/^Kenes could not go on: The database is damaged: /);
  expect(said).toContain(newest);

  const command = said.slice(said.indexOf("mv ")).trim();
  await promisify(execFile)("sh", ["-c", command], { cwd: root });
  server = await startServer({ folder: folder!, env: { KENES_BACKUP: backups! } });
  for (const receipt of [kept, later]) {
    expect((await fetch(server.url + BALLOT_PATH, bearer(receipt))).status).toBe(200);
  }
  const { code: agrees, out } = await kenes(["recount", ID, "--json"], server);
  expect(agrees).toBe(0);
  const { ballots, setHash } = JSON.parse(recounted!.out);
  expect(JSON.parse(out)).toMatchObject({ ballots, setHash, agree: true });
});
