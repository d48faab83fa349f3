import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Release } from "../../domain/release/schema.ts";
import { isAlive } from "../../functions/local/java.ts";
import { BALLOT_PATH, goodBallot, newReceipt } from "../support/client.ts";
import { type RunningServer, runCommand, startServer } from "../support/server.ts";
import { newFolder } from "./installation.ts";

const ID = "kazakhstan-2019";

const send = (server: RunningServer, receipt: string, ballot: unknown = goodBallot()) =>
  fetch(server.url + BALLOT_PATH, {
    method: "PUT",
    headers: { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" },
    body: JSON.stringify(ballot),
  });

const read = (server: RunningServer, receipt: string) =>
  fetch(server.url + BALLOT_PATH, { headers: { Authorization: `Bearer ${receipt}` } });

/** Waits for a release in which both panels have figures. */
async function bothPanels(server: RunningServer): Promise<{ release: Release; etag: string }> {
  for (;;) {
    const answer = await fetch(`${server.url}/api/consultations/${ID}/results`);
    if (answer.status === 200) {
      const release = (await answer.json()) as Release;
      if (release.ballots.public !== null && release.ballots.expert !== null) {
        return { release, etag: answer.headers.get("ETag")! };
      }
    }
    await wait(1_000);
  }
}

describe("one machine", () => {
  test("ballots become results and files; recount agrees; SIGTERM ends all; data stay", async () => {
    const folder = await newFolder();
    const server = await startServer({ folder });
    const [receipt, expert] = [newReceipt(), newReceipt()];
    expect((await send(server, receipt)).status).toBe(201);
    const invited = await runCommand(folder, "invite", [ID, "3"]);
    expect(invited.code).toBe(0);
    const codes = invited.output.trim().split("\n");
    expect(codes).toHaveLength(3);
    expect((await send(server, expert, goodBallot({ invitation: codes[0] }))).status).toBe(201);
    const simulated = ["--ballots", "120", "--experts", "20", "--seed", "1"];
    expect((await runCommand(folder, "simulate", simulated)).code).toBe(0);

    const at = `${server.url}/api/consultations/${ID}/results`;
    // One is made each minute: read until no newer one has come in between.
    let shown, file, csv, again;
    do {
      shown = await bothPanels(server);
      file = await (await fetch(`${at}.json`)).json();
      csv = await (await fetch(`${at}.csv`)).text();
      again = await fetch(at, { headers: { "If-None-Match": shown.etag } });
    } while (again.status !== 304);
    const { release } = shown;
    // It says of itself what it is made of, and that it promises nothing.
    expect(release.simulated).toBe(true);
    expect(release.rules).toMatchObject({
      schedule: { every: "demonstration" },
      protection: { promised: false },
    });
    expect(file).toEqual(release);
    const [head = "", ...rows] = csv.trim().split("\r\n");
    expect(rows).toHaveLength(36);
    const columns = head.split(",");
    for (const row of rows) {
      const cells = row.split(",");
      const cell = (name: string) => cells[columns.indexOf(name)];
      const one = release.recommendations.find(({ code }) => code === cell("code"))!;
      const figures = one.panels[cell("panel") as "public" | "expert"];
      expect(cell("mean")).toBe(String(figures.mean ?? ""));
      expect(cell("rated")).toBe(String(figures.rated ?? ""));
      expect(cell("rank")).toBe(String(figures.rank ?? ""));
    }
    const recounted = await runCommand(folder, "recount", [ID]);
    expect([recounted.code, recounted.output]).toEqual([0, expect.stringContaining("agree")]);

    server.process.kill("SIGTERM");
    await once(server.process, "exit");
    expect(server.process.exitCode).toBe(0);
    for (const pid of [server.instance.own!.databasePid, server.instance.own!.keeperPid]) {
      expect(await isAlive(pid)).toBe(false);
    }
    const next = await startServer({ folder });
    onTestFinished(() => next.stop());
    expect(await (await read(next, expert)).json()).toMatchObject({ panel: "expert" });
    const kept = await fetch(`${next.url}/api/consultations/${ID}/results`);
    expect(((await kept.json()) as Release).release).toBeGreaterThanOrEqual(release.release);
    expect((await runCommand(folder, "recount", [ID])).code).toBe(0);
  });

  test("kill -9 in the middle of a simulation loses nothing that was acknowledged", async () => {
    const folder = await newFolder();
    let server = await startServer({ folder });
    onTestFinished(() => server.stop());
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round++) {
      const killed = new AbortController();
      const running = server;
      const sender = async () => {
        while (!killed.signal.aborted) {
          const receipt = newReceipt();
          const answer = await send(running, receipt).catch(() => undefined);
          if (answer?.status === 201) acknowledged.push(receipt);
        }
      };
      const senders = Array.from({ length: 8 }, sender);
      const enough = acknowledged.length + 60;
      while (acknowledged.length < enough) await wait(20);
      running.process.kill("SIGKILL");
      await once(running.process, "exit");
      killed.abort();
      await Promise.all(senders);
      server = await startServer({ folder });
    }
    for (const receipt of acknowledged) expect((await read(server, receipt)).status).toBe(200);
    const recounted = await runCommand(folder, "recount", [ID]);
    expect([recounted.code, recounted.output]).toEqual([0, expect.stringContaining("agree")]);
  });
});
