import { type BallotContent, type Panel, canonicalContent, inPanel } from "./ballot.ts";
import type { Problem } from "../problem.ts";
import type { Seen } from "./seen.ts";

/** What a ballot says now, what earlier releases count of it where that is another, and what was seen of each. */
interface StoredVersions {
  content: BallotContent;
  earlier?: BallotContent | undefined;
  seen?: Seen | undefined;
  seenEarlier?: Seen | undefined;
}

/** A ballot as it stands in the store; a withdrawn one is a tombstone that keeps its revision. */
export type StoredBallot = { revision: number } & (
  | { withdrawn: true }
  | ({ withdrawn: false } & StoredVersions)
);

/** What the sender of a ballot is told when it is saved. */
export interface Outcome {
  saved: "created" | "revised" | "repeated";
  revision: number;
  panel: Panel;
}

/** A ballot of an expert stays one when it is revised without the invitation: write it as such. */
export interface ReviseAsExpert {
  reviseAs: "expert";
}

/**
 * Decides what a refused conditional write means, given what is stored instead. The same content
 * again is a repeat, so that sending twice is harmless; another revision is a conflict in which the
 * sender learns the stored one and nothing is lost.
 */
export function decideRefusedWrite(
  stored: StoredBallot | undefined,
  sent: { revision: number; content: BallotContent },
): Outcome | Problem | ReviseAsExpert {
  const invited = sent.content.panel === "expert";
  if (stored === undefined) {
    // Nothing is stored, so only the invitation's half of the transaction can have been refused.
    return invited
      ? { problem: "invitation-refused" }
      : { problem: "revision-conflict", revision: sent.revision };
  }
  if (stored.withdrawn) return { problem: "ballot-withdrawn" };
  const { panel } = stored.content;
  if (stored.revision === sent.revision && (!invited || panel === "expert")) {
    const same =
      canonicalContent(inPanel(sent.content, panel)) === canonicalContent(stored.content);
    if (same) return { saved: "repeated", revision: stored.revision, panel };
  }
  if (stored.revision !== sent.revision - 1) {
    return { problem: "revision-conflict", revision: stored.revision };
  }
  if (panel === "expert") return { reviseAs: "expert" };
  return invited
    ? { problem: "invitation-refused" }
    : { problem: "revision-conflict", revision: stored.revision };
}
