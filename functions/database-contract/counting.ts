import { setTimeout as wait } from "node:timers/promises";
import type { BallotContent } from "../../domain/ballot/ballot.ts";
import { emptyTally } from "../../domain/tally/tally.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import { compareTally } from "../jobs/compare.ts";
import { tallyPass } from "../jobs/tally.ts";
import { sha256, sha256Binary } from "../secrets.ts";
import { putBallot, putTombstone } from "../store/ballots.ts";
import { loadCursors, saveCursor } from "../store/counting.ts";
import { ballotStream } from "../store/stream.ts";
import { loadTally, saveTally } from "../store/tallies.ts";
import { type Bench, type Check, many, same } from "./check.ts";

const WRITERS = 8;
const BALLOTS = 12;
const DAY = "2020-01-01";
const CONSULTATION = "contract";

const PLAN = countingPlan({
  languages: ["en"],
  recommendations: ["A", "B", "C"].map((code) => ({ code }) as never),
  about: [],
  countLanguages: false,
  channels: [],
} as never);

const content = (ratings: string): BallotContent => ({
  panel: "public",
  language: "en",
  ratings,
  about: {},
  first: [],
  positions: [],
});

/** One writer: of its ballots every third is changed once, every fourth withdrawn. How many count in the end. */
async function writer({ db }: Bench, number: number): Promise<number> {
  let left = 0;
  for (let place = 0; place < BALLOTS; place++) {
    const id = sha256(`contract ${number} ${place}`);
    const version = { consultation: CONSULTATION, id, day: DAY };
    await putBallot(db, { ...version, revision: 1, content: content("15n") });
    const isChanged = place % 3 === 0;
    if (isChanged) {
      const [now, earlier] = [content("512"), content("15n")];
      await putBallot(db, { ...version, revision: 2, content: now, earlier });
    }
    if (place % 4 === 0) await putTombstone(db, CONSULTATION, id, isChanged ? 2 : 1, DAY);
    else left += 1;
  }
  return left;
}

/** Passes of the counting, as an installation makes them, until nothing is missing or the time is up. */
async function reader(
  { db, streams, limits }: Bench,
  isDone: () => Promise<boolean>,
): Promise<void> {
  const stream = await ballotStream(db, streams);
  const now = () => new Date();
  do {
    await tallyPass(
      {
        stream,
        cursors: {
          load: () => loadCursors(db),
          save: (shard, cursor) => saveCursor(db, shard, cursor, now()),
        },
        tallies: {
          load: (id) => loadTally(db, id),
          save: (id, tally, loaded) => saveTally(db, id, tally, loaded?.revision ?? 0),
        },
        plan: async (id) => (id === CONSULTATION ? PLAN : undefined),
        setAside: async (_, failure) => {
          throw failure;
        },
        digest: sha256Binary,
        now,
      },
      limits,
    );
    await wait(50);
  } while (!(await isDone()));
}

/** The whole of it: what many send while two count is counted once, each. */
export const COUNTING: readonly Check[] = [
  {
    name: "counted-exactly-once",
    need: `results: ${WRITERS} send, change and withdraw ballots while two readers count, and a recount finds the same`,
    async run(bench) {
      const { db, streams } = bench;
      let left: number | undefined;
      let end = Infinity;
      const counted = async () => (await loadTally(db, CONSULTATION))?.tally ?? emptyTally(PLAN);
      const isDone = async () =>
        performance.now() > end || (await counted()).cells.public.ballots === left;
      const send = async () => {
        try {
          left = total(await Promise.all(many(WRITERS, (number) => writer(bench, number))));
          end = performance.now() + 2 * bench.recordsWithin;
          return left;
        } finally {
          // Of writers that failed nothing is waited for.
          if (left === undefined) end = 0;
        }
      };
      const [sent] = await Promise.all([send(), ...many(2, () => reader(bench, isDone))]);
      const one = { definition: { id: CONSULTATION }, plan: PLAN };
      const found = await compareTally({ db, streams }, one, { limits: bench.limits });
      same("ballots that are stored", found.recounted.cells.public.ballots, sent);
      same("ballots that were counted", found.tally.cells.public.ballots, sent);
      same("figures in which counting and recount differ", found.differences, []);
    },
  },
];

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
