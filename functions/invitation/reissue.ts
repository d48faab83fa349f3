import type { Services } from "../services.ts";
import type { UnusedInvitation } from "../store/invitations.ts";
import { pieceGrown } from "../store/invitation-pieces.ts";
import { replacementOf, revocationOf } from "../store/change-invitations.ts";
import type { Write } from "../store/write.ts";
import { writeAll } from "../store/write-all.ts";
import { drawNew, type MadeCode } from "./make.ts";

/** How many codes are changed together: two writes for each and one for their group, of which a hundred may go at once. */
const TOGETHER = 49;

/** Most codes that are replaced for one answer: as many writes as the most that are made for one. */
export const REPLACED = 10 * TOGETHER;

/** What becomes of the codes that come in the place of others. */
interface Into {
  group: string;
  /** The open piece that they belong to. */
  piece: string;
  /** The replacing of all codes of the group that they are of; without it they come in the place of codes of the same piece. */
  round?: string | undefined;
}

type World = Pick<Services, "db" | "secret" | "random">;

/**
 * Makes new codes in place of unused ones, with the same labels. One that has been used or revoked
 * meanwhile is passed over: no code is ever given back to whoever has answered.
 */
export async function* reissueCodes(
  world: World,
  consultation: string,
  old: readonly UnusedInvitation[],
  expires: string | undefined,
  { group, piece, round }: Into,
): AsyncGenerator<MadeCode[]> {
  const { db } = world;
  const grown = (codes: number) =>
    round === undefined ? [] : [pieceGrown(db, consultation, group, piece, codes, true)];
  for (let begun = 0; begun < old.length; begun += TOGETHER) {
    const drawn = old.slice(begun, begun + TOGETHER).map(({ hash, groupId, label, round: of }) => {
      const { code, hash: newHash } = drawNew(world, consultation);
      const replacement = { hash: newHash, groupId, label, expires, piece, round: round ?? of };
      return { code, label, writes: replacementOf(world.db, consultation, hash, replacement) };
    });
    const done = await changeEach(world, drawn, grown);
    yield done.map(({ code, label }) => ({ code, label }));
  }
}

/** Revokes codes; those that have been used meanwhile stay used. */
export async function revokeCodes(
  world: Pick<Services, "db">,
  consultation: string,
  unused: readonly UnusedInvitation[],
): Promise<void> {
  for (let begun = 0; begun < unused.length; begun += TOGETHER) {
    const changes = unused.slice(begun, begun + TOGETHER).map(({ hash }) => ({
      writes: [revocationOf(world.db, consultation, hash)],
    }));
    await changeEach(world, changes);
  }
}

/** Makes the changes at once, or, where one of them is refused, each by itself; those that were made. */
async function changeEach<Change extends { writes: Write[] }>(
  { db }: Pick<Services, "db">,
  changes: readonly Change[],
  beside: (changes: number) => Write[] = () => [],
): Promise<Change[]> {
  const all = changes.flatMap(({ writes }) => writes);
  if (await writeAll(db, [...beside(changes.length), ...all])) return [...changes];
  const made: Change[] = [];
  for (const change of changes) {
    if (await writeAll(db, [...beside(1), ...change.writes])) made.push(change);
  }
  return made;
}
