/**
 * Somebody takes part in every way that there is, under an address, a browser's name, a receipt, a code and a reason
 * that occur nowhere else. Afterwards every byte that the installation keeps or says is looked through for them.
 */
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { API, apiPath } from "../../domain/api.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { PAPER, pathOf, RATE, RECEIPT, RESULTS, TRANSLATION } from "../../domain/paths.ts";
import { makeInvitations } from "../../functions/local/invitations.ts";
import { addConsultation } from "../../functions/store/consultations.ts";
import { servicesBeside } from "../support/beside.ts";
import { goodBallot, newReceipt } from "../support/client.ts";
import { kenes } from "../support/kenes.ts";
import { field } from "../functions/ballot/plain-form.ts";
import { startServer } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { newFolder } from "./installation.ts";

const ASKING: Consultation = { ...(KAZAKHSTAN as Consultation), id: "canary", reasons: true };
const ADDRESS = "203.0.113.77";
const AGENT = "Canary-Agent-7f3a91";
const REASON = "The canary sang of a well at dawn";
/** Stands in what may be kept: whoever finds nothing may have looked in the wrong place. */
const KEPT = "canary";

/** Everything below a folder, as one text of bytes. */
async function bytesOf(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  const read = files.map((one) => readFile(join(one.parentPath, one.name), "latin1"));
  return [...files.map(({ name }) => name), ...(await Promise.all(read))].join("\n");
}

test("nothing that tells who took part is kept or said, anywhere", async () => {
  const folder = await newFolder();
  const server = await startServer({ folder, env: { TRUSTED_PROXY: "127.0.0.1" } });
  const services = await servicesBeside(server);
  await addConsultation(services.db, ASKING);
  const [code = ""] = await makeInvitations(services, ASKING.id, 1);
  const [receipt, expert, unknown] = [newReceipt(), newReceipt(), newReceipt()];
  const told: number[] = [];
  const ask = async (path: string, init: RequestInit = {}, from?: string): Promise<string> => {
    const answer = await fetch(server.url + path, {
      ...init,
      headers: {
        "X-Forwarded-For": ADDRESS,
        "User-Agent": AGENT,
        ...(from !== undefined && { Authorization: `Bearer ${from}` }),
        ...(init.headers as Record<string, string>),
      },
    });
    told.push(answer.status);
    return answer.text();
  };
  const json = (method: string, body: unknown): RequestInit => ({
    method,
    headers: { "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const form = (fields: Record<string, string>): RequestInit => ({
    method: "POST",
    body: new URLSearchParams(fields),
  });
  const page = (path: string) => pathOf(path as typeof RATE, { id: ASKING.id });
  const ballots = apiPath(API.putBallot, ASKING.id);
  const reasons = apiPath(API.putReasons, ASKING.id);
  const texts = { reasons: { W1: { text: REASON, publish: false } } };

  for (const path of [RATE, RECEIPT, PAPER, RESULTS]) await ask(page(path));
  await ask(ballots, json("PUT", goodBallot()), receipt);
  await ask(ballots, json("PUT", goodBallot({ revision: 2 })), receipt);
  await ask(ballots, json("PUT", goodBallot({ invitation: code })), expert);
  await ask(reasons, json("PUT", texts), receipt);
  await ask(ballots, {}, receipt);
  // By the form, for which the server draws a receipt.
  const written = { revision: "1", "rating.W1": "5", "text.W1": REASON };
  const review = await ask(page(RATE), form({ ...written, receipt: "", do: "review" }));
  const [drawn, order] = [field(review, "receipt"), field(review, "order")];
  const saved = await ask(page(RATE), form({ ...written, receipt: drawn, order }));
  expect(saved).toContain(drawn);
  await ask(page(RECEIPT), form({ receipt }));
  // What is refused, in each of its ways.
  await ask(ballots, {}, unknown);
  await ask(ballots, json("PUT", `{"revision":1,"note":"${REASON}"`), receipt);
  await ask(ballots, json("PUT", goodBallot({ note: REASON, invitation: code })), receipt);
  await ask(ballots, json("PUT", goodBallot({ invitation: code })), unknown);
  await ask(`${page(RATE)}?receipt=${receipt}`);
  await ask(`/api/consultations/${REASON.replaceAll(" ", "-")}/ballot`, {}, receipt);
  await ask(ballots, { method: "DELETE" }, receipt);
  await ask(page(TRANSLATION), form({ place: "W1", text: "The word canary is missing." }));
  expect(drawn).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
  expect(told).not.toContain(500);

  const backup = await mkdtemp(join(tmpdir(), "kenes-canary-"));
  onTestFinished(() => rm(backup, { recursive: true, force: true }));
  expect((await kenes(["backup", join(backup, "copy")], { folder })).code).toBe(0);
  server.process.kill("SIGTERM");
  await once(server.process, "exit");

  const secrets = [receipt, expert, unknown, drawn, code].flatMap((one) => [
    one,
    one.replaceAll("-", ""),
    one.toLowerCase(),
    one.replaceAll("-", "").toLowerCase(),
  ]);
  const everything = `${server.said()}\n${await bytesOf(folder)}\n${await bytesOf(backup)}`;
  expect(everything).toContain(KEPT);
  for (const one of [ADDRESS, AGENT, ...secrets]) expect(everything).not.toContain(one);
  // A reason is kept where reasons are, and told to no log.
  expect(server.said()).not.toContain(REASON);
});
