import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, inject, test, vi } from "vitest";
import { BALLOT_PATH, goodBallot, newReceipt, times } from "../support/client.ts";
import { PATIENCE } from "../support/patience.ts";
import { runCommand, startServer } from "../support/server.ts";
import { newFolder } from "./installation.ts";

const ID = "kazakhstan-2019";
const bundle = resolve(import.meta.dirname, "../../dist/functions/local/server.mjs");

test("a database that is gone, and a secret that is, are refused at the next start; each goes on when somebody says so", async () => {
  const [folder, database] = [await newFolder(), inject("databaseEndpoint")];
  const secret = join(folder, "secret");
  const key = join(folder, "database-key");
  const mark = async () =>
    readFile(join(folder, "files/marks/installation.json"), "utf8").catch(() => "");
  /** Starts it, and says how it ended. */
  const refused = async () => {
    const env = { ...process.env, KENES_DATA: folder, PORT: "0", DYNAMODB_ENDPOINT: database };
    const child = spawn(process.execPath, [bundle], { env });
    let said = "";
    for (const from of [child.stdout, child.stderr]) from.on("data", (chunk) => (said += chunk));
    const [code] = (await once(child, "close")) as [number | null];
    expect(code).toBe(1);
    return { said, accept: /KENES_ACCEPT_LOSS=([0-9a-f]{10}) npm start/.exec(said)![1]! };
  };
  const end = async ({ process: child }: Awaited<ReturnType<typeof startServer>>) => {
    child.kill("SIGTERM");
    await once(child, "exit");
  };

  const server = await startServer({ folder, database });
  await Promise.all(
    times(6, async () => {
      const headers = {
        Authorization: `Bearer ${newReceipt()}`,
        "Content-Type": "application/json",
      };
      const body = JSON.stringify(goodBallot());
      const { status } = await fetch(server.url + BALLOT_PATH, { method: "PUT", headers, body });
      expect(status).toBe(201);
    }),
  );
  await vi.waitUntil(async () => (await mark()).includes('"ballots":6'), { timeout: PATIENCE });
  await end(server);

  // The key is by which the database is found: with another one there is another, empty one.
  await rename(key, `${key}.kept`);
  const gone = await refused();
  expect(gone.said).toContain("the database is a new one");
  expect(gone.said).toMatch(new RegExp(`${ID}: 6 ballots were counted, now 0`));
  expect(gone.said).toContain("kenes restore");
  await rename(`${key}.kept`, key);

  await rm(secret);
  const lost = await refused();
  expect(lost.said).toContain("the secret is gone");
  expect(lost.said).toContain("every invitation, recovery code and channel link");

  const env = { KENES_ACCEPT_LOSS: lost.accept };
  const again = await startServer({ folder, database, env });
  expect(again.said()).toContain("secret-replaced");
  // More is written down than there is: as after a copy that is older.
  const written = (await mark()).replace('"revision":', '"revision":9');
  await writeFile(join(folder, "files/marks/installation.json"), written);
  const { code, output } = await runCommand(folder, "recount", [ID]);
  expect([code, output]).toEqual([1, expect.stringMatching(/^LOST kazakhstan-2019: 6 ballots/m)]);
  await end(again);
  const older = await refused();
  const accepted = await startServer({
    folder,
    database,
    env: { KENES_ACCEPT_LOSS: older.accept },
  });
  expect(accepted.said()).toContain("loss-accepted");
  await accepted.stop();
});
