/** What the sender of a ballot is told: of a saved one what is stored, as the database has acknowledged or shown it. */
import type { ReadBack } from "../../domain/api.ts";
import {
  decideRefusedWrite,
  type Outcome,
  type ReviseAsExpert,
  type StoredBallot,
} from "../../domain/ballot/decision.ts";
import { unpackRatings } from "../../domain/ballot/rating.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Problem } from "../../domain/problem.ts";
import { signChannel } from "../secrets.ts";
import type { Services } from "../services.ts";
import { type BallotWrite, readBallotItem, storedBallot } from "../store/ballot-item.ts";
import type { WriteResult } from "../store/ballots.ts";
import type { Item } from "../store/damaged-item.ts";

/** A ballot that is saved, with what is stored of it. */
export interface Saved extends Outcome {
  readBack: ReadBack;
}

type Secret = Pick<Services, "secret">;

/** What came of a write: of one that went through what it wrote, of a repeat the item that is there. */
export function outcomeOf(
  secret: Secret,
  definition: Consultation,
  result: WriteResult,
  sent: Pick<BallotWrite, "revision" | "content">,
): Saved | Problem | ReviseAsExpert {
  const item = "written" in result ? result.item : result.refused;
  const ballot = storedIn(item, definition);
  const decided =
    "written" in result
      ? { saved: result.written, revision: sent.revision, panel: sent.content.panel }
      : decideRefusedWrite(ballot, sent);
  if (!("saved" in decided)) return decided;
  if (ballot === undefined || ballot.withdrawn) throw new Error("what was written is no ballot");
  return { ...decided, readBack: readBackOf(secret, definition, ballot) };
}

/** An item as the decisions of the domain see it; `undefined` when there is none, or it cannot be read. */
export const storedIn = (
  item: Item | undefined,
  { recommendations }: Consultation,
): StoredBallot | undefined => item && storedBallot(readBallotItem(item, recommendations.length));

/** A stored ballot as its owner gets it. */
export function readBackOf(
  { secret }: Secret,
  { id, recommendations }: Consultation,
  { revision, content }: Extract<StoredBallot, { withdrawn: false }>,
): ReadBack {
  const { channel, ...said } = content;
  const codes = recommendations.map(({ code }) => code);
  return {
    revision,
    ...said,
    ratings: unpackRatings(codes, content.ratings),
    ...(channel !== undefined && { channel: signChannel(secret, id, channel) }),
  };
}
