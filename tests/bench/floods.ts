/**
 * An honest ballot beside floods of readers: how long its sender waits, and how much memory the server takes.
 * `npm run bench:floods`, for other than 8 seconds each with SECONDS
 */
import { setTimeout as wait } from "node:timers/promises";
import autocannon from "autocannon";
import kazakhstan from "../../consultations/kazakhstan-2019.json" with { type: "json" };
import { API, apiPath } from "../../domain/api.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import {
  API_PAGE,
  API_RESULTS,
  API_RESULTS_CSV,
  API_RESULTS_ZIP,
  COMPARE,
  COUNCIL,
  FEED_ATOM,
  HOME,
  LEDGER,
  LEDGER_PNG,
  METHODS,
  PAPER,
  pathOf,
  PICTURE,
  PRIVACY,
  RATE,
  RECOMMENDATION,
  RESULTS,
  SHARE,
  WHO_ASKS,
} from "../../domain/paths.ts";
import { memoryOf } from "../support/memory.ts";
import { AS_STARTED, runCommand, type RunningServer, startServer } from "../support/server.ts";
import { setWorkThere } from "../support/work-mode.ts";
import { count, report, say } from "./report.ts";
import { ballotMaker, newReceipt } from "./writing.ts";

const READERS = 64;
const SECONDS = Number(process.env["SECONDS"] ?? 8);
/** Between two honest ballots, in ms. */
const PACE = 40;
const MOST_MS = 150;
const MOST_MB = 400;

const definition = kazakhstan as Consultation;
const { id } = definition;
const LANGUAGES = ["en", "ru", "kk"];
const SORTS = ["public", "expert", "gap", "disagreement", "first", "catalogue"];

const lang = "kk";
const RECOMMENDATIONS = definition.recommendations.map(({ code }) => code);
/** Names that nobody has asked for before: whatever shows its own address has to be drawn for each. */
const NAMES = Array.from({ length: 300 }, (_, number) => `name-${number}.example`);

interface Flood {
  name: string;
  paths: readonly string[];
  headers?: Record<string, string>;
  hosts?: readonly string[];
}

/** Each page that readers ask for: its addresses in turn, and how they take it. */
const FLOODS: readonly Flood[] = [
  {
    name: "the results page",
    paths: [pathOf(RESULTS, { id, lang })],
    headers: { "accept-encoding": "br" },
  },
  {
    name: "results pages of every choice",
    paths: LANGUAGES.flatMap((one) =>
      SORTS.map((sort) => `${pathOf(RESULTS, { id, lang: one })}&sort=${sort}`),
    ),
  },
  { name: "the rate page", paths: [pathOf(RATE, { id, lang })] },
  { name: "the rate page, not compressed", paths: [pathOf(RATE, { id, lang })], headers: {} },
  { name: "the rate page under ever new names", paths: [pathOf(RATE, { id, lang })], hosts: NAMES },
  {
    name: "results pages under ever new names",
    paths: [pathOf(RESULTS, { id, lang })],
    hosts: NAMES,
  },
  {
    name: "pages of recommendations",
    paths: RECOMMENDATIONS.map((code) => pathOf(RECOMMENDATION, { id, code, lang })),
  },
  {
    name: "every other page",
    paths: [HOME, COUNCIL, PRIVACY, METHODS, API_PAGE, WHO_ASKS, PAPER, LEDGER, SHARE, COMPARE].map(
      (path) => pathOf(path, { id, lang }),
    ),
  },
  {
    name: "results, feeds and pictures",
    paths: [API_RESULTS, API_RESULTS_CSV, API_RESULTS_ZIP, FEED_ATOM, PICTURE, LEDGER_PNG].map(
      (path) => pathOf(path, { id }),
    ),
  },
];

const make = ballotMaker(definition);

/** Sends ballots one after the other as long as told; how long each took, in ms. */
async function honest(server: RunningServer, until: () => boolean) {
  const url = server.url + apiPath(API.putBallot, id);
  const [took, refused]: [number[], number[]] = [[], []];
  while (!until()) {
    const begun = performance.now();
    const headers = {
      Authorization: `Bearer ${newReceipt()}`,
      "Content-Type": "application/json",
    };
    const answer = await fetch(url, { method: "PUT", headers, body: JSON.stringify(make()) });
    await answer.arrayBuffer();
    if (answer.status === 201) took.push(performance.now() - begun);
    else refused.push(answer.status);
    await wait(PACE);
  }
  return { took: took.toSorted((a, b) => a - b), refused };
}

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;

/** Looks at the memory of a server until told; the most that it held. */
function watchMemory(server: RunningServer) {
  const stop = new AbortController();
  let most = 0;
  const watching = (async () => {
    while (!stop.signal.aborted) {
      most = Math.max(most, (await memoryOf(server)) ?? 0);
      await wait(100);
    }
  })();
  return async () => {
    stop.abort();
    await watching;
    return most;
  };
}

const server = await startServer({ flags: AS_STARTED });
try {
  await runCommand(server.folder, "simulate", ["--ballots", "120", "--experts", "20"]);
  // All come from one place, as no honest ones do: limits count them as ever, and ask for nothing.
  await setWorkThere(server, id, "off");
  const results = server.url + apiPath(API.results, id);
  while ((await fetch(results)).status !== 200) await wait(500);

  const alone = Date.now() + SECONDS * 1000;
  await honest(server, () => Date.now() > alone - SECONDS * 500);
  const quiet = await honest(server, () => Date.now() > alone);
  say(
    `a ballot alone: ${share(quiet.took, 0.5).toFixed(0)} ms, p95 ${share(quiet.took, 0.95).toFixed(0)} ms; ${count((await memoryOf(server)) ?? 0)} MB`,
  );
  for (const { name, paths, headers = { "accept-encoding": "gzip, br" }, hosts } of FLOODS) {
    const memory = watchMemory(server);
    let over = false;
    const flood = autocannon({
      url: server.url,
      connections: READERS,
      duration: SECONDS,
      workers: 1,
      requests: (hosts ?? [undefined]).flatMap((host) =>
        paths.map((path) => ({
          method: "GET" as const,
          path,
          headers: { ...headers, ...(host !== undefined && { host }) },
        })),
      ),
    });
    const ended = flood.then((result) => ((over = true), result));
    const { took, refused } = await honest(server, () => over);
    const { duration, latency, ...answered } = await ended;
    const most = await memory();
    const [middle, late] = [share(took, 0.5), share(took, 0.95)];
    report(
      `a ballot beside ${READERS} readers of ${name}: median, p95, memory`,
      `${middle.toFixed(0)} ms, ${late.toFixed(0)} ms, ${count(most)} MB`,
      `${MOST_MS} ms, ${MOST_MB} MB`,
      late < MOST_MS && most < MOST_MB && refused.length === 0,
    );
    say(
      `${took.length} ballots, ${refused.length} refused; ${count(answered["2xx"] / duration)} pages a second, ${answered.non2xx} refused, ${answered.errors} failed, p50 ${latency.p50} ms, p97.5 ${latency.p97_5} ms`,
    );
  }
} finally {
  await server.stop();
}
