import { type BallotBody, ballotContent } from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Services } from "../services.ts";
import { getBallot } from "../store/ballots.ts";
import { outcomeOf, type Saved } from "./outcome.ts";

/** What is said to a ballot that is stored just so already, and is only sent again; `undefined` if it is not. */
export async function repeatOf(
  box: Pick<Services, "db" | "secret">,
  definition: Consultation,
  id: string,
  ballot: BallotBody,
): Promise<Saved | undefined> {
  const refused = await getBallot(box.db, definition.id, id);
  if (refused === undefined) return undefined;
  const panel = ballot.invitation === undefined ? "public" : "expert";
  const content = ballotContent(definition, ballot, panel);
  const { revision } = ballot;
  const decided = outcomeOf(box, definition, { refused }, { revision, content });
  return "saved" in decided ? decided : undefined;
}
