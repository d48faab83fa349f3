/** A ballot on its way in: what is demanded of it, what the server saw of it, and then the store. */
import type { BallotBody } from "../../domain/ballot/ballot.ts";
import type { Receipt } from "../../domain/ballot/receipt.ts";
import { BURST_PER_MINUTE, FAST_SECONDS, type Seen } from "../../domain/ballot/seen.ts";
import { NO_OPINION } from "../../domain/ballot/rating.ts";
import { refusalAt } from "../../domain/consultation/life.ts";
import type { Problem } from "../../domain/problem.ts";
import { saveBallot } from "../ballot/ballot-box.ts";
import { readPageTime } from "../ballot/page-time.ts";
import { repeatOf } from "../ballot/repeat.ts";
import type { Saved } from "../ballot/outcome.ts";
import type { Known } from "../memory/consultations.ts";
import { ballotIdOf } from "../secrets.ts";
import type { World } from "./arrivals.ts";
import { demandFor, type Through, WAITED } from "./demand.ts";

/** Who sends it, as far as anybody can tell, and whether they have waited in the place of working. */
export interface Sender {
  asker: string;
  receipt: Receipt;
  waited?: boolean;
}

/** A refusal; with `work-needed` also for how long, in ms, a page without a script is to wait before it sends again. */
export type Refused = Problem & { waitMs?: number };

/**
 * Stores a valid ballot, or says what stands against it: work that it needs, or what `saveBallot` refuses. A ballot
 * that is stored already and only sent again needs none.
 */
export async function takeBallot(
  world: World,
  known: Known,
  { asker, receipt, waited }: Sender,
  ballot: BallotBody,
): Promise<Saved | Refused> {
  // Nobody is asked to work for what is refused all the same; nor does it count as one that came.
  if (refusalAt(known, world.now()) !== undefined) return saveBallot(world, known, receipt, ballot);
  const id = ballotIdOf(known.definition.id, receipt);
  const demand = await demandFor(world, known, asker, id, waited ? WAITED : ballot.work);
  if ("ok" in demand) {
    // What the installation makes up itself says nothing of how ballots come.
    const seen = demand.through === "passed" ? "" : seenOf(world, known, ballot);
    const outcome = await saveBallot(world, known, receipt, ballot, seen);
    if ("saved" in outcome) note(world, known, outcome.saved, demand.through);
    return outcome;
  }
  const repeat = await repeatOf(world, known.definition, id, ballot);
  if (repeat !== undefined) return repeat;
  const { because: problem } = demand;
  if (!("challenge" in demand)) return { problem };
  return { problem, work: demand.challenge, waitMs: demand.waitMs };
}

/** Counts what was stored; ballots that the installation makes up itself are nobody's crowd. */
function note(
  { arrivals, now }: World,
  { definition }: Known,
  saved: Saved["saved"],
  through: Through,
): void {
  if (saved !== "repeated") arrivals.hours.note(definition.id, through === "worked");
  if (saved === "created" && through !== "passed") {
    arrivals.minutes.count(definition.id, now().getTime());
  }
}

/** What the server sees of a ballot by its own clock: in what a crowd it came, and how fast. */
function seenOf({ arrivals, secret, now }: World, { definition }: Known, ballot: BallotBody): Seen {
  const at = now().getTime();
  const isBurst = arrivals.minutes.stored(definition.id, at) >= BURST_PER_MINUTE;
  return (isBurst ? "b" : "") + (isFast({ secret }, definition.id, ballot, at) ? "f" : "");
}

/** Only of a first version: who comes back finds their answers filled in. Where the page does not say, nobody knows. */
function isFast(
  world: Pick<World, "secret">,
  consultation: string,
  { page, revision, ratings }: BallotBody,
  at: number,
): boolean {
  const made = readPageTime(world, consultation, page);
  const rated = Object.values(ratings).filter((one) => one !== NO_OPINION).length;
  return revision === 1 && made !== undefined && at - made < rated * FAST_SECONDS * 1_000;
}
