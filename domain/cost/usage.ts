import type { Priced } from "./prices.ts";
import {
  EDGE,
  EDGE_RUNS,
  HELD,
  JOBS,
  LOGGED,
  READ_BACKS,
  REQUESTS,
  STREAM,
  WEB,
} from "./stacks.ts";
import {
  ACTS,
  BALLOT,
  COMMIT,
  IDLE,
  type JobName,
  LOOK,
  RECOUNT,
  RELEASE,
  REREADING,
} from "./units.ts";

/** What an installation has to bear, over all its months together. */
export interface Load {
  ballots: number;
  /** Visits of pages. Each ballot comes of one visit to a rate page; the others are to results. */
  visits: number;
  /** Open all the time, each with a release a day. */
  consultations: number;
  months: number;
}

/** Why something is used: of ballots, of visits, or because the installation is there. */
export const CAUSES = ["ballots", "visits", "standing"] as const;
export type Cause = (typeof CAUSES)[number];

/** So much of something that has a price. */
export interface Use {
  priced: Priced;
  cause: Cause;
  quantity: number;
}

const GB = 1e9;
/** Bytes of one read unit. */
const READ_BYTES = 4_096;
const SECONDS = 30 * 24 * 60 * 60;
/** Releases of a consultation in a month. */
const RELEASES = 30;
/** Bytes of a release with its version before, kept for good. */
const RELEASE_BYTES = 60_000;

/** Everything that a load uses. */
export const usage = (load: Load): Use[] =>
  [...ofBallots(load), ...ofVisits(load), ...standing(load)].filter(({ quantity }) => quantity > 0);

function ofBallots({ ballots, consultations, months }: Load): Use[] {
  const backs = ballots * READ_BACKS;
  const minutes = JOBS.tally.runs * months;
  // A consultation is counted in at most every minute, and at most once for each ballot.
  const commits = Math.min(ballots, minutes * consultations);
  const cursors = Math.min(ballots, minutes * STREAM.shards);
  const runs = Math.min(ballots, minutes);
  const of = (priced: Priced, quantity: number): Use => ({ priced, cause: "ballots", quantity });
  // They come evenly, so half of them are there on average.
  const kept = (ballots / 2) * months;
  const nights = (30 * kept * BALLOT.bytes) / READ_BYTES;
  return [
    of(
      "dynamodb-writes",
      ballots * ACTS.ballot.writes + commits * COMMIT.tally.writes + cursors * COMMIT.shard.writes,
    ),
    of("dynamodb-reads", backs * ACTS["read-back"].reads + commits * COMMIT.tally.reads + nights),
    of("s3-writes", runs * COMMIT.files),
    of("dynamodb-storage", (kept * BALLOT.bytes) / GB),
    of("dynamodb-recovery", (kept * BALLOT.bytes) / GB),
    ...requests("ballots", "ballot", ballots, ballots),
    ...requests("ballots", "read-back", backs, backs),
  ];
}

function ofVisits({ ballots, visits, consultations, months }: Load): Use[] {
  const rating = Math.min(ballots, visits);
  const results = visits - rating;
  const time = SECONDS * months;
  // Of visits at that rate so many find nothing at the edge (a page is kept from one of them on).
  const rate = results / Math.max(1, consultations) / (time * EDGE.busy);
  const asked = results / (1 + rate * EDGE.seconds);
  const rereads = (seconds: number, requests: number) => Math.min(requests, time / seconds);
  const reads =
    rating * ACTS["rate-page"].reads +
    rereads(REREADING.changes.seconds, rating + asked) * REREADING.changes.reads +
    rereads(REREADING.definitions.seconds, rating + asked) *
      REREADING.definitions.reads *
      consultations +
    Math.min(asked, rereads(REREADING.results.seconds, asked) * consultations) *
      REREADING.results.reads;
  return [
    { priced: "dynamodb-reads", cause: "visits", quantity: reads },
    ...requests("visits", "rate-page", rating, rating),
    ...requests("visits", "results", results, asked),
  ];
}

/** What so many of one kind of request use, of which so many come through to the API. */
function requests(
  cause: Cause,
  kind: keyof typeof REQUESTS,
  count: number,
  through: number,
): Use[] {
  const { edge, api, bytes } = REQUESTS[kind];
  const called = through * api;
  const of = (priced: Priced, quantity: number): Use => ({ priced, cause, quantity });
  return [
    of("cloudfront-requests", count * edge),
    of("cloudfront-bytes", (count * bytes) / GB),
    // It runs for what does not go to the assets.
    of("cloudfront-functions", count * api * EDGE_RUNS),
    of("waf-requests", HELD.wafAcls * count * edge),
    of("http-api", called),
    of("lambda-requests", called),
    of("lambda-time", (called * WEB.memory * WEB.ms[kind]) / 1_000),
  ];
}

function standing({ consultations, months }: Load): Use[] {
  const of = (priced: Priced, quantity: number): Use => ({ priced, cause: "standing", quantity });
  const releases = RELEASES * consultations * months;
  const looks = (SECONDS / 60 / LOOK.minutes) * months * consultations;
  const hours = (SECONDS / REREADING.definitions.seconds) * months;
  const nights = 30 * months * consultations;
  const jobs = (Object.keys(IDLE) as JobName[]).flatMap((name) => {
    const { runs, memory, ms } = JOBS[name];
    const { run, each } = IDLE[name];
    const all = runs * months;
    return [
      of("dynamodb-writes", all * (run.writes + each.writes * consultations)),
      of("dynamodb-reads", all * (run.reads + each.reads * consultations)),
      of("dynamodb-reads", hours * REREADING.definitions.reads * consultations),
      of("lambda-requests", all),
      of("lambda-time", (all * memory * (ms.run + ms.each * consultations)) / 1_000),
      of("schedules", all),
      of("logs-taken-in", (all * LOGGED) / GB),
      of("logs-kept", (all * LOGGED) / GB / 2),
    ];
  });
  return [
    ...jobs,
    of("dynamodb-streams", STREAM.shards * STREAM.emptyPages * JOBS.tally.runs * months),
    of("dynamodb-writes", releases * RELEASE.writes + nights * RECOUNT.writes),
    of("dynamodb-reads", releases * RELEASE.reads + looks * LOOK.reads + nights * RECOUNT.reads),
    of("s3-reads", looks * LOOK.files),
    of("s3-writes", releases * RELEASE.files),
    of("s3-storage", (releases * RELEASE_BYTES * months) / 2 / GB),
    of("secrets", HELD.secrets * months),
    // Once for each start of a function that reads it.
    of("secret-reads", 1_000 * months),
    of("kms-keys", HELD.keys * months),
    // A table asks anew about every five minutes, and a bucket's key spares the rest.
    of("kms-requests", HELD.keys * 3 * 12 * 24 * 30 * months),
    of("metrics", HELD.metrics * months),
    of("alarms", HELD.alarms * months),
    of("dashboards", HELD.dashboards * months),
    of("zones", HELD.zones * months),
    of("waf-acls", HELD.wafAcls * months),
    of("waf-rules", HELD.wafRules * months),
  ];
}
