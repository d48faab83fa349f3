import { LAST_COUNTED_AT_ONCE } from "../limits.ts";
import type { SendState } from "./state.ts";

interface Given {
  consultation: Pick<SendState["consultation"], "every">;
  texts: Pick<SendState["texts"], "changes">;
}

/** A version of a ballot. */
interface Version {
  revision: number;
  /** A ballot of the public that becomes an expert's with this version. */
  moves: boolean;
}

/** Whether a version waits for the last release, as `waitsForLast` has it (domain/ballot.ts). */
const waits = (revision: number): boolean => revision > LAST_COUNTED_AT_ONCE;

/** From when a version counts that is about to be sent; nothing of the first. */
export function sendingWords({ consultation, texts }: Given, version: Version) {
  const { changes } = texts;
  if (version.revision === 1) return undefined;
  if (consultation.every === "close") return changes.once;
  if (consultation.every === "demonstration") return changes.atOnce;
  if (version.moves) return changes.moves;
  return waits(version.revision) ? changes.waits : changes.next;
}

/** From when a version counts that has been saved, and what is changed of it afterwards. */
export function savedWords({ consultation, texts }: Given, version: Version): string {
  const { changes } = texts;
  if (consultation.every === "close") return changes.once;
  if (consultation.every === "demonstration") return changes.atOnce;
  if (version.moves) return changes.moves;
  if (waits(version.revision)) return changes.waits;
  return waits(version.revision + 1) ? changes.last : changes.next;
}
