/**
 * How much of their rate ballots keep while single ballots of another consultation are exported:
 * `node tests/bench/exporting-meanwhile.ts [ballots]`, 20,000 exported by default. It takes the server as it was built
 * last (`npm run build`). Ballots are sent without a pause; what is compared is the time in which an export was made, as
 * the server itself notes it, with as many seconds as are fixed before and after, in rounds, all within this one run.
 * Where others use the machine too, they come and go within a round: only quiet rounds are compared.
 */
import { loadavg } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import kazakhstan from "../../consultations/kazakhstan-2019.json" with { type: "json" };
import type { Consultation } from "../../domain/consultation/definition.ts";
import { EXPORT_MS, type ExportRequest } from "../../domain/export/request.ts";
import { newExportKey } from "../../functions/export/ask.ts";
import type { Services } from "../../functions/services.ts";
import { exportPut, getExport } from "../../functions/store/exports.ts";
import { putIf } from "../../functions/store/put-if.ts";
import { servicesBeside } from "../support/beside.ts";
import { AS_STARTED, startServer } from "../support/server.ts";
import { setWorkThere } from "../support/work-mode.ts";
import { endedConsultation } from "./ended-consultation.ts";
import { othersSince } from "./others.ts";
import { count, median, report, say } from "./report.ts";
import { type Answered, steadyWrites } from "./writing.ts";

const BALLOTS = Number(process.argv[2] ?? 20_000);
const ID = "exported";
/** Quiet rounds that are wanted, and rounds after which it ends without them. */
const ROUNDS = 5;
const MOST_ROUNDS = 12;
/** A round is quiet when others took no more than this share of the processors. */
const QUIET = 0.1;
/** Of each window beside an export. */
const SECONDS = 6;
const WARM_UP = 20;
/** Between an export and what is compared with it, in ms: for whatever it leaves to be tidied up. */
const SETTLED = 500;
/** An export that is not ready by then never will be, in ms. */
const PATIENCE = 300_000;

/** From and until when, by the clock, in ms. */
type Window = readonly [from: number, until: number];

/** Asks for an export as its page does, and waits for it: from when until when it was being made. */
async function madeExport({ db, random }: Services): Promise<Window> {
  const stored = await getExport(db, ID);
  const asked: ExportRequest = {
    state: "asked",
    name: "Bench",
    askedAt: new Date().toISOString(),
    language: "en",
    key: newExportKey(random),
    tries: 0,
    parts: [],
  };
  if (!(await putIf(db, exportPut(db, ID, stored, asked)))) throw new Error("not asked for");
  let begun: number | undefined;
  for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(100)) {
    const { request } = await getExport(db, ID);
    if (request?.state === "making") begun = Date.parse(request.begunAt!);
    else if (request?.state === "ready") {
      if (request.rows !== BALLOTS) throw new Error(`the export has ${request.rows} ballots`);
      begun ??= Date.parse(request.begunAt!);
      return [begun, Date.parse(request.until!) - EXPORT_MS];
    } else if (request?.state !== "asked") throw new Error(`the export is ${request?.state}`);
  }
  throw new Error("the export was not made in time");
}

/** What became of ballots in a window: how many a second, and the longest that a single one waited, in ms. */
interface Seen {
  rate: number;
  longest: number;
}

function within(answered: readonly Answered[], [from, until]: Window): Seen {
  const some = answered.filter(({ at }) => at >= from && at < until);
  return {
    rate: (some.length * 1000) / (until - from),
    longest: some.reduce((most, { waited }) => Math.max(most, waited), 0),
  };
}

/** A round as it went. */
interface Round {
  before: Window;
  during: Window;
  after: Window;
  /** What others took of the machine, 0 to 1; `undefined` where the system does not tell. */
  others: number | undefined;
}
const isQuiet = ({ others }: Round): boolean => others === undefined || others <= QUIET;

const server = await startServer({ flags: AS_STARTED });
try {
  const services = await servicesBeside(server);
  const definition = kazakhstan as Consultation;
  await endedConsultation(services, { ...definition, id: ID }, BALLOTS);
  await setWorkThere(server, ID, "off");
  const ballots = steadyWrites(server, definition);
  await wait(WARM_UP * 1000);
  const rounds: Round[] = [];
  while (rounds.length < MOST_ROUNDS && rounds.filter(isQuiet).length < ROUNDS) {
    const others = othersSince(server);
    const start = Date.now();
    await wait(SECONDS * 1000);
    const before = [start, Date.now()] as const;
    const during = await madeExport(services);
    const settled = during[1] + SETTLED;
    const after = [settled, settled + SECONDS * 1000] as const;
    await wait(Math.max(0, after[1] - Date.now()));
    rounds.push({ before, during, after, others: others() });
  }
  await ballots.stop();
  services.db.client.destroy();

  const ratios: number[] = [];
  for (const round of rounds) {
    const [before, during, after] = [round.before, round.during, round.after].map((window) =>
      within(ballots.answered, window),
    ) as [Seen, Seen, Seen];
    const ratio = during.rate / ((before.rate + after.rate) / 2);
    if (isQuiet(round)) ratios.push(ratio);
    const all = [before, during, after];
    const others = round.others === undefined ? "?" : Math.round(100 * round.others);
    say(
      `${isQuiet(round) ? "" : "(not quiet) "}before, during and after an export that took ${((round.during[1] - round.during[0]) / 1000).toFixed(1)} s: ` +
        `${all.map(({ rate }) => count(rate)).join(", ")} ballots a second, ratio ${ratio.toFixed(2)}; ` +
        `longest wait of one ${all.map(({ longest }) => count(longest)).join(", ")} ms; others took ${others} % of the machine`,
    );
  }
  say(
    `mean load of 1, 5 and 15 minutes: ${loadavg()
      .map((one) => one.toFixed(1))
      .join(", ")}`,
  );
  const enough = ratios.length === ROUNDS;
  const ratio = enough ? median(ratios) : 0;
  report(
    `ballots through HTTP while ${count(BALLOTS)} others are exported ÷ before and after, median of quiet rounds`,
    enough
      ? `${ratio.toFixed(2)} (${ratios.map((one) => one.toFixed(2)).join(", ")})`
      : `only ${ratios.length} of ${rounds.length} rounds were quiet`,
    "0.7",
    ratio >= 0.7,
  );
} finally {
  await server.stop();
}
