/**
 * The built server under steady use for as long as one likes: ballots, revisions, reading back, withdrawals, forms and
 * pages, without a pause. Prints its memory every minute, and ends with exit code 1 when what it holds or what of it is
 * alive grows after it has warmed up, when anything is refused, or when what was acknowledged is not read back.
 *
 * `npm run test:soak -- --minutes 30 --warm-up 3000`, the latter in answers
 */
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import kazakhstan from "../../consultations/kazakhstan-2019.json" with { type: "json" };
import { API, apiPath } from "../../domain/api.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { pathOf, RATE, RECEIPT, RESULTS } from "../../domain/paths.ts";
import { ballotMaker, newReceipt } from "../bench/writing.ts";
import { median, report, say } from "../bench/report.ts";
import { memoryOf } from "../support/memory.ts";
import { AS_STARTED, startServer } from "../support/server.ts";
import { setWorkThere } from "../support/work-mode.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "30" },
    "warm-up": { type: "string", default: "3000" },
  },
});
const minutes = Number(values.minutes);
/** Answers after which what is kept is full and the heap has found its size. */
const warmUp = Number(values["warm-up"]);
/** How much more memory the server may hold at the end than in the first third after its warming up, in MB. */
const MOST_GROWTH = 20;
/** The same of what is alive. */
const MOST_ALIVE_GROWTH = 5;
const LOOK_EVERY = 2_000;
/** Respondents at once, each a moment after the last thing it did, in ms. */
const RESPONDENTS = 6;
const PACE = 100;

const definition = kazakhstan as Consultation;
const { id } = definition;
const make = ballotMaker(definition);
const server = await startServer({
  flags: [...AS_STARTED, "--expose-gc", "--import", new URL("alive.mjs", import.meta.url).href],
});
const ballots = server.url + apiPath(API.putBallot, id);
const counts: Record<string, number> = {};
/** The newest revision of each ballot that was acknowledged; 0 when it was withdrawn. */
const acknowledged = new Map<string, number>();

/** What of the server's memory is alive, in MB, once it has tidied up. */
async function alive(): Promise<number> {
  const before = server.said().length;
  server.process.kill("SIGUSR2");
  for (;;) {
    const told = /^alive (\d+)$/m.exec(server.said().slice(before))?.[1];
    if (told !== undefined) return Number(told) / 1024 / 1024;
    await wait(100);
  }
}

const served = (): number => Object.values(counts).reduce((sum, one) => sum + one, 0);

async function ask(what: string, url: string, init?: RequestInit): Promise<number> {
  const answer = await fetch(url, init);
  await answer.arrayBuffer();
  const name = `${what} ${answer.status}`;
  counts[name] = (counts[name] ?? 0) + 1;
  await wait(PACE);
  return answer.status;
}

/** One respondent: opens the page, sends, revises, reads back, looks at the results; every tenth withdraws. */
async function respondent(number: number): Promise<void> {
  const receipt = newReceipt();
  const headers = { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" };
  const put = async (revision: number) => {
    const body = JSON.stringify({ ...make(), revision });
    const status = await ask("put", ballots, { method: "PUT", headers, body });
    if (status < 300) acknowledged.set(receipt, revision);
  };
  const lang = ["en", "ru", "kk"][number % 3]!;
  await ask("rate", server.url + pathOf(RATE, { id, lang }));
  await put(1);
  await put(2);
  await ask("get", ballots, { headers });
  await ask("form", server.url + pathOf(RECEIPT, { id, lang }), {
    method: "POST",
    body: new URLSearchParams({ receipt, do: "open" }),
  });
  await ask("results", server.url + pathOf(RESULTS, { id, lang }));
  await ask("api", server.url + apiPath(API.results, id));
  if (number % 10 === 0 && (await ask("delete", ballots, { method: "DELETE", headers })) < 300) {
    acknowledged.set(receipt, 0);
  }
}

/** Reads everything back that was acknowledged; how many ballots are not as they were. */
async function lost(): Promise<number> {
  let count = 0;
  for (const [receipt, revision] of acknowledged) {
    const answer = await fetch(ballots, { headers: { Authorization: `Bearer ${receipt}` } });
    const read = (await answer.json()) as { revision?: number };
    if (revision === 0 ? answer.status !== 410 : read.revision !== revision) count += 1;
  }
  return count;
}

// All respondents are on this machine: none of them is asked for work.
await setWorkThere(server, id, "off");
const samples: number[] = [];
let aliveFirst: number | undefined;
const begun = Date.now();
const end = begun + minutes * 60_000;
const respondents = Array.from({ length: RESPONDENTS }, async (_, first) => {
  for (let number = first; Date.now() < end; number += RESPONDENTS) await respondent(number);
});
try {
  for (let minute = 0; Date.now() < end; await wait(LOOK_EVERY)) {
    const held = await memoryOf(server);
    if (held === undefined) throw new Error("this system does not tell what the server holds");
    if (served() >= warmUp) {
      aliveFirst ??= await alive();
      samples.push(held);
    }
    if (Date.now() - begun < minute * 60_000) continue;
    say(`${minute} min: ${held.toFixed(0)} MB, ${acknowledged.size} ballots, ${served()} answers`);
    minute += 1;
  }
  await Promise.all(respondents);
  if (aliveFirst === undefined) throw new Error("it was not long enough to warm up");
  const first = median(samples.slice(0, Math.ceil(samples.length / 3)));
  const last = median(samples.slice(-Math.ceil(samples.length / 10)));
  const growth = last - first;
  report(
    `memory held in the first third after warming up, and at the end of ${minutes} minutes`,
    `${first.toFixed(0)} and ${last.toFixed(0)} MB`,
    `${MOST_GROWTH} MB more`,
    growth <= MOST_GROWTH,
  );
  const aliveLast = await alive();
  report(
    "of it alive then, and at the end",
    `${aliveFirst.toFixed(1)} and ${aliveLast.toFixed(1)} MB`,
    `${MOST_ALIVE_GROWTH} MB more`,
    aliveLast - aliveFirst <= MOST_ALIVE_GROWTH,
  );
  say(JSON.stringify(counts));
  const failed = Object.entries(counts).filter(
    // Before the first release there are no results.
    ([name]) => name !== "api 404" && !/ 2\d\d$/.test(name),
  );
  report("answers that failed or refused", JSON.stringify(failed), "none", failed.length === 0);
  const missing = await lost();
  report(`of ${acknowledged.size} acknowledged ballots lost`, `${missing}`, "0", missing === 0);
} finally {
  await server.stop();
}
