import { type BallotBody, ballotContent } from "../../domain/ballot/ballot.ts";
import { decideRefusedWrite, type Outcome } from "../../domain/ballot/decision.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Services } from "../services.ts";
import { readBallotItem, storedBallot } from "../store/ballot-item.ts";
import { getBallot } from "../store/ballots.ts";

/** What is said to a ballot that is stored just so already, and is only sent again; `undefined` if it is not. */
export async function repeatOf(
  { db }: Pick<Services, "db">,
  definition: Consultation,
  id: string,
  ballot: BallotBody,
): Promise<Outcome | undefined> {
  const item = await getBallot(db, definition.id, id);
  if (item === undefined) return undefined;
  const stored = storedBallot(readBallotItem(item, definition.recommendations.length));
  const panel = ballot.invitation === undefined ? "public" : "expert";
  const content = ballotContent(definition, ballot, panel);
  const decided = decideRefusedWrite(stored, { revision: ballot.revision, content });
  return "saved" in decided ? decided : undefined;
}
