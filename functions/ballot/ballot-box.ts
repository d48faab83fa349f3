import {
  type BallotBody,
  ballotContent,
  earlierContent,
  type Panel,
  spentBy,
  waitsForLast,
} from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { StoredBallot } from "../../domain/ballot/decision.ts";
import type { ReadBack } from "../../domain/api.ts";
import { readInvitation } from "../../domain/invitation/code.ts";
import { type PublishedConsultation, refusalAt } from "../../domain/consultation/life.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { Problem, ProblemCode } from "../../domain/problem.ts";
import type { Receipt } from "../../domain/ballot/receipt.ts";
import type { Seen } from "../../domain/ballot/seen.ts";
import { isSignedChannel } from "./channel.ts";
import { outcomeOf, readBackOf, type Saved, storedIn } from "./outcome.ts";
import { ballotIdOf, invitationHash } from "../secrets.ts";
import type { Services } from "../services.ts";
import { today } from "../today.ts";
import type { BallotWrite } from "../store/ballot-item.ts";
import {
  getBallot,
  putBallot,
  putInvitedBallot,
  putTombstone,
  type WriteResult,
} from "../store/ballots.ts";
import { isUsable } from "../store/invitations.ts";

/** How often a withdrawal is tried again when revisions keep coming between. */
const WITHDRAWAL_TRIES = 5;

type Box = Pick<Services, "db" | "secret" | "now">;

/**
 * Stores a valid ballot and says what is stored then, or why not. Nothing is stored by a refusal, and no invitation used.
 * `seen` is kept with this version and never told; sent again, what was seen the first time stays.
 */
export async function saveBallot(
  box: Box,
  published: PublishedConsultation,
  receipt: Receipt,
  ballot: BallotBody,
  seen: Seen = "",
): Promise<Saved | Problem> {
  const { definition } = published;
  if (ballot.channel !== undefined && !isSignedChannel(box, definition, ballot.channel)) {
    return {
      problem: "ballot-invalid",
      faults: [{ pointer: "/channel", fault: "not-allowed" }],
    };
  }
  const id = ballotIdOf(definition.id, receipt);
  const later = countsLater(definition, ballot);
  const before = later ? await getBallot(box.db, definition.id, id) : undefined;
  const replaced = storedIn(before, definition);
  const write = (panel: Panel): BallotWrite => ({
    consultation: definition.id,
    id,
    revision: ballot.revision,
    content: ballotContent(definition, ballot, panel),
    ...(replaced && earlierOf(replaced, ballot.revision, panel)),
    seen,
    day: today(box),
    wording: ballot.wording,
    onlyNew: later && before === undefined,
  });
  const first = write(ballot.invitation === undefined ? "public" : "expert");
  const refusal = refusalAt(published, box.now()) ?? spentBy(ballot);
  if (refusal !== undefined) return whileRefused(box, definition, first, refusal);
  let result: WriteResult;
  if (replaced !== undefined && replaced.revision !== ballot.revision - 1) {
    // Each version is stored once and never changed: only over the one that was read may this be put.
    result = { refused: before };
  } else if (ballot.invitation === undefined) {
    result = await putBallot(box.db, first);
  } else {
    const day = dayIn(definition.timeZone, box.now());
    result = await putInvited(box, first, ballot.invitation, day);
  }
  const decided = outcomeOf(box, definition, result, first);
  if (!("reviseAs" in decided)) return decided;
  const again = write(decided.reviseAs);
  const revised = outcomeOf(box, definition, await putBallot(box.db, again), again);
  return "reviseAs" in revised
    ? { problem: "revision-conflict", revision: ballot.revision - 1 }
    : revised;
}

/** Whether what a ballot says may have to wait for the last release; in a demonstration nothing does. */
const countsLater = ({ release }: Consultation, { revision, invitation }: BallotBody): boolean =>
  release.every !== "demonstration" &&
  (waitsForLast(revision) || (invitation !== undefined && revision > 1));

/** What releases before the last one go on counting of the ballot that is replaced. */
function earlierOf(
  replaced: StoredBallot,
  revision: number,
  panel: Panel,
): Pick<BallotWrite, "earlier" | "seenEarlier"> {
  if (replaced.withdrawn) return {};
  const { earlier: before, seen, seenEarlier } = replaced;
  const earlier = earlierContent(revision, panel, replaced);
  return { earlier, seenEarlier: before === undefined ? seen : seenEarlier };
}

/**
 * Stores an expert's ballot with the code that was typed; one that can be no code is not looked for. Whether it is
 * wrong, used, revoked, over or another consultation's, the same two reads are made of it, and no write.
 */
async function putInvited(
  box: Box,
  write: BallotWrite,
  typed: string,
  day: string,
): Promise<WriteResult> {
  const { consultation, id } = write;
  const invitation = readInvitation(typed);
  const hash = invitation && invitationHash(box.secret, consultation, invitation);
  return hash !== undefined && (await isUsable(box.db, consultation, hash, day))
    ? putInvitedBallot(box.db, write, hash, day)
    : { refused: await getBallot(box.db, consultation, id) };
}

/** While closed or paused nothing is stored; but what was before, and is only sent again, is saved. */
async function whileRefused(
  box: Box,
  definition: Consultation,
  write: BallotWrite,
  problem: ProblemCode,
): Promise<Saved | Problem> {
  const refused = await getBallot(box.db, write.consultation, write.id);
  const outcome = outcomeOf(box, definition, { refused }, write);
  return "saved" in outcome ? outcome : { problem };
}

/** What is stored under a receipt, straight from the database. */
export async function readBack(
  box: Box,
  { definition, life }: PublishedConsultation,
  receipt: Receipt,
): Promise<ReadBack | Problem> {
  const item = await getBallot(box.db, definition.id, ballotIdOf(definition.id, receipt));
  const ballot = storedIn(item, definition);
  if (ballot === undefined) {
    // Which receipts were good once is known to nobody any more.
    return { problem: life.purge === undefined ? "ballot-unknown" : "ballots-purged" };
  }
  return ballot.withdrawn ? { problem: "ballot-withdrawn" } : readBackOf(box, definition, ballot);
}

/** Withdraws a ballot: what it said is gone from the table. Withdrawing twice is withdrawing once. */
export async function withdrawBallot(
  box: Box,
  published: PublishedConsultation,
  receipt: Receipt,
): Promise<Problem | undefined> {
  const { definition } = published;
  const id = ballotIdOf(definition.id, receipt);
  for (let attempt = 0; attempt < WITHDRAWAL_TRIES; attempt++) {
    const ballot = await readBack(box, published, receipt);
    if ("problem" in ballot) return ballot.problem === "ballot-withdrawn" ? undefined : ballot;
    if (await putTombstone(box.db, definition.id, id, ballot.revision, today(box))) {
      return undefined;
    }
  }
  return { problem: "busy" };
}
