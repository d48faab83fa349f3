/**
 * What the stacks hold that costs money by being there, and how much of a function one request takes. A test counts the
 * first in the templates. The times are assumptions: processor time as tests/bench/requests.ts measures it on a machine, put
 * to the part of a processor that a function has, with 6 ms for each answer of the database.
 */
import type { JobName } from "./units.ts";

const MINUTES = 30 * 24 * 60;

/** GB of memory, runs a month, and the ms of one with nothing to do: by itself, and for each consultation. */
interface Runs {
  memory: number;
  runs: number;
  ms: { run: number; each: number };
}

export const JOBS: Record<JobName, Runs> = {
  // Twenty empty pages of each shard, one after the other.
  tally: { memory: 0.5, runs: MINUTES, ms: { run: 300, each: 0 } },
  // Fifty consultations at a time.
  release: { memory: 1769 / 1024, runs: MINUTES, ms: { run: 60, each: 4 } },
  mix: { memory: 0.5, runs: MINUTES, ms: { run: 15, each: 1 } },
  "after-closing": { memory: 0.5, runs: MINUTES, ms: { run: 15, each: 55 } },
  hooks: { memory: 0.5, runs: MINUTES, ms: { run: 15, each: 7 } },
  // Looks each minute; once a night it takes 1.6 s for each consultation, which is a millisecond a run.
  recount: { memory: 2, runs: MINUTES, ms: { run: 15, each: 1.1 } },
};

/** GB of memory of the function that answers, and how many ms it takes. */
export const WEB = {
  memory: 0.5,
  ms: { ballot: 25, "read-back": 15, "rate-page": 70, results: 25 },
};

/** Of the stream: shards that are open at the same time, and how often an idle one is asked in a run of the tally. */
export const STREAM = { shards: 4, emptyPages: 20 };

/** What is there, by number. */
export const HELD = {
  secrets: 1,
  keys: 0,
  metrics: 8,
  /** By the metrics that they look at: one hears four jobs. */
  alarms: 12,
  dashboards: 1,
  zones: 0,
  wafAcls: 0,
  wafRules: 0,
};

/** Requests to CloudFront and to the API behind it, and bytes to the reader, headers included. */
export const REQUESTS = {
  ballot: { edge: 1, api: 1, bytes: 1_200 },
  "read-back": { edge: 1, api: 1, bytes: 1_600 },
  /** A first visit, in the heaviest of three languages: style and script stand in the page. */
  "rate-page": { edge: 1, api: 1, bytes: 36_000 },
  results: { edge: 3, api: 1, bytes: 21_000 },
} as const;

/** How often a ballot is read back right after it was saved, as a request of its own: what is stored stands in the answer. */
export const READ_BACKS = 0;

/** How long CloudFront keeps a page of results, in s, and in which part of a month its visits come. */
export const EDGE = { seconds: 3, busy: 0.1 };

/** Bytes of log for each run of a job; of requests nothing is logged. */
export const LOGGED = 200;

/** How often CloudFront runs a function of ours for what goes to the app: when it is asked, and when it answers. */
export const EDGE_RUNS = 2;
