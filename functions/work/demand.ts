/** Whether a ballot needs work now, and whether what was sent with it is that work. */
import type { Challenge } from "../../domain/work/challenge.ts";
import {
  type Difficulty,
  FROM_ONE_PLACE,
  FROM_ONE_PLACE_HARD,
  HARD_WORK,
  IN_ALL,
  WORK,
} from "../../domain/work/limits.ts";
import { modeAfter } from "../../domain/work/mode.ts";
import { isFullByChance } from "../http/meter.ts";
import type { Known } from "../memory/consultations.ts";
import type { World } from "./arrivals.ts";
import { judgeWork, newChallenge } from "./challenge.ts";

/** How a ballot came through: without work being asked for, by work or waiting, by a pass of the installation. */
export type Through = "free" | "worked" | "passed";

export type Demand =
  | { ok: true; through: Through }
  /** To be solved, or, where there is no script, to be waited out in the place of that. */
  | { challenge: Challenge; waitMs: number; because: "work-needed" | "work-expired" }
  /** What was sent is no work for this ballot. */
  | { because: "work-refused" };

/** Who has waited as long as was said, which a page without a script does for its reader. */
export const WAITED = Symbol("waited");

/**
 * What is demanded of a ballot. `asker` as the hosting tells (`Hosting.asker`), or `THIS_MACHINE`; `sent` is what stands
 * in the body's `work`, or `WAITED`. Each ballot counts once: when it comes through free, or when it is asked for work. An
 * ask that cost nothing could else be repeated at a full meter until one comes through, and when it does would show whether
 * somebody else has sent a ballot meanwhile.
 */
export async function demandFor(
  world: World,
  { definition, life }: Known,
  asker: string,
  ballotId: string,
  sent: string | typeof WAITED | undefined,
): Promise<Demand> {
  const { arrivals } = world;
  const now = world.now().getTime();
  const ballot = { consultation: definition.id, ballotId };
  const judged = typeof sent === "string" ? judgeWork(world, ballot, sent) : undefined;
  // Ballots that the installation makes up itself demand nothing of others.
  if (judged === "passed") return { ok: true, through: "passed" };
  // Counted when it was asked.
  if (judged === "done" || sent === WAITED) return { ok: true, through: "worked" };
  const mode = modeAfter(life.work);
  const often = isFullByChance(
    world.random,
    arrivals.fromOnePlace.look(asker, now),
    FROM_ONE_PLACE,
  );
  const many = isFullByChance(world.random, arrivals.inAll.look(definition.id, now), IN_ALL);
  const veryOften = isFullByChance(
    world.random,
    arrivals.fromOnePlaceHard.look(asker, now),
    FROM_ONE_PLACE_HARD,
  );
  arrivals.fromOnePlace.count(asker, now);
  arrivals.fromOnePlaceHard.count(asker, now);
  // What is too much from one place alone makes nobody elsewhere work.
  if (!often) arrivals.inAll.count(definition.id, now);
  const isNeeded = mode === "on" || (mode === "auto" && (often || many));
  if (!isNeeded) return { ok: true, through: "free" };
  if (judged === "wrong") return { because: "work-refused" };
  const difficulty: Difficulty = veryOften ? HARD_WORK : WORK;
  const challenge = await newChallenge(world, ballot, difficulty);
  return {
    challenge,
    waitMs: difficulty.waitMs,
    because: judged === "expired" ? "work-expired" : "work-needed",
  };
}
