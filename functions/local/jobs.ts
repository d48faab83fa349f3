import type { TroubledJob } from "../../domain/participation/health.ts";
import { consultationsOf, type Known } from "../memory/consultations.ts";
import { ballotCounter } from "../jobs/counting.ts";
import { openWishes } from "../store/recounts.ts";
import { recountUnlessPurged } from "../jobs/recounting.ts";
import { tendRecount } from "../jobs/wished.ts";
import { emptyBin } from "../draft/binning.ts";
import { mixRemarks } from "../jobs/mix.ts";
import { isToTend, tendAfterClosing } from "../jobs/after-closing.ts";
import { tendHooks } from "../jobs/hooks.ts";
import { eachApart } from "../jobs/each.ts";
import { releaseAndMark } from "../jobs/marking.ts";
import { steadyClock } from "../jobs/steady-clock.ts";
import { EMPTY_PAGES, type ReadingLimits } from "../jobs/stream-reader.ts";
import type { Services } from "../services.ts";
import type { Connection } from "./database.ts";
import { type Bell, repeat, untilDone } from "./repeat.ts";

/** How soon counting follows when something was sent here, and how often it looks when nothing was, in ms. */
const COUNT_SOON = 1_000;
const COUNT_EVERY = 5_000;
const RELEASE_EVERY = 5_000;
const AFTER_CLOSING_EVERY = 5_000;
const HOOKS_EVERY = 10_000;
/** As in the cloud. More often, a demonstration would mix each remark with itself. */
const MIX_EVERY = 60_000;
/** How soon a recount that somebody asks for is begun. */
const WANTED_EVERY = 2_000;
const RECOUNT_EVERY = 60 * 60 * 1_000;
/** How long one pass over the stream may take before the others get their turn, in ms. */
const PASS_TIME = 10_000;

/**
 * DynamoDB Local answers with an empty page only at the end of a shard, and keeps a record together with what was written;
 * of others neither is known.
 */
export const limitsOf = ({ foreign }: Pick<Connection, "foreign">): ReadingLimits => ({
  ...(foreign === undefined
    ? { emptyPages: 1, recordsWithin: 1_000 }
    : { emptyPages: EMPTY_PAGES }),
  outOfTime: () => false,
});

/**
 * The jobs that the cloud runs by schedule, as loops in this process. The first recount is made
 * before anything is released: whatever happened while the machine was off, it would be seen. `sent`
 * rings when somebody may have sent a ballot here; what was sent to another process is found by looking. `origin` is
 * the address under which people find the installation, `limits` how its stream is read.
 */
export async function runJobs(
  services: Services & { origin: string; limits: ReadingLimits },
  stop: AbortSignal,
  sent: Bell,
): Promise<void> {
  const { limits } = services;
  const consultations = consultationsOf(services);
  let countBallots: Awaited<ReturnType<typeof ballotCounter>> | undefined;
  const everyConsultation = (job: TroubledJob, work: (known: Known) => Promise<unknown>) => {
    const each = eachApart(services, job, { stop });
    return async () => each(await consultations.all(), work);
  };
  const recount = everyConsultation("recount", (known) =>
    recountUnlessPurged(services, known, { rebuild: false, limits }),
  );
  const count = async () => {
    const end = performance.now() + PASS_TIME;
    const outOfTime = () => performance.now() > end || stop.aborted;
    countBallots ??= await ballotCounter(services, consultations);
    const { recountDue } = await countBallots({ ...limits, outOfTime });
    // A gap stops publication until a recount finds nothing lost: here that need not wait an hour.
    if (recountDue) await recount();
  };
  const isSteady = steadyClock(services);
  /** What cannot be undone waits until a clock that was moved has gone evenly for a while. */
  const whenSteady = (run: () => Promise<unknown>) => async () => {
    if (isSteady()) await run();
  };
  const release = releaseAndMark(services);
  // A database that is away or a disk that is full at this moment is waited for, like any later.
  await untilDone("first-recount", COUNT_EVERY, stop, services.log, async () => {
    await count();
    await recount();
  });
  await Promise.all([
    repeat("tally", COUNT_EVERY, stop, services.log, count, { rings: sent, notBefore: COUNT_SOON }),
    repeat(
      "release",
      RELEASE_EVERY,
      stop,
      services.log,
      whenSteady(everyConsultation("release", ({ definition }) => release(definition))),
    ),
    repeat(
      "after-closing",
      AFTER_CLOSING_EVERY,
      stop,
      services.log,
      whenSteady(
        everyConsultation("after-closing", async (known) => {
          if (!(await isToTend(services, known))) return;
          await tendAfterClosing(services, known.definition.id, () => stop.aborted);
        }),
      ),
    ),
    repeat(
      "hooks",
      HOOKS_EVERY,
      stop,
      services.log,
      everyConsultation("hooks", ({ definition }) =>
        tendHooks(services, definition, () => stop.aborted),
      ),
    ),
    repeat(
      "mix",
      MIX_EVERY,
      stop,
      services.log,
      everyConsultation("mix", (known) => mixRemarks(services, known, () => stop.aborted)),
    ),
    repeat(
      "bin",
      RECOUNT_EVERY,
      stop,
      services.log,
      whenSteady(() => emptyBin(services)),
    ),
    repeat("recount", RECOUNT_EVERY, stop, services.log, recount),
    repeat("wanted-recount", WANTED_EVERY, stop, services.log, async () => {
      const open = new Set((await openWishes(services.db)).open);
      if (open.size === 0) return;
      const how = { limits, outOfTime: () => stop.aborted };
      const all = (await consultations.all()).filter(({ definition }) => open.has(definition.id));
      await eachApart(services, "recount", { stop })(all, (known) =>
        tendRecount(services, known, how),
      );
    }),
  ]);
}
