/** A ballot on its way in: what is demanded of it, what the server saw of it, and then the store. */
import type { BallotBody } from "../../domain/ballot/ballot.ts";
import type { Outcome } from "../../domain/ballot/decision.ts";
import type { Receipt } from "../../domain/ballot/receipt.ts";
import type { Problem } from "../../domain/problem.ts";
import { saveBallot } from "../ballot/ballot-box.ts";
import { repeatOf } from "../ballot/repeat.ts";
import type { Known } from "../memory/consultations.ts";
import { ballotIdOf } from "../secrets.ts";
import type { World } from "./arrivals.ts";
import { demandFor, WAITED } from "./demand.ts";

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
): Promise<Outcome | Refused> {
  const id = ballotIdOf(known.definition.id, receipt);
  const sent = waited ? WAITED : ballot.work;
  const demand = await demandFor(world, known, asker, id, sent);
  if (!("ok" in demand)) {
    const repeat = await repeatOf(world, known.definition, id, ballot);
    if (repeat !== undefined) return repeat;
    return "challenge" in demand
      ? { problem: demand.because, work: demand.challenge, waitMs: demand.waitMs }
      : { problem: demand.because };
  }
  return saveBallot(world, known, receipt, ballot);
}
