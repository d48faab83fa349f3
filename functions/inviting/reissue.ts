import type { Services } from "../services.ts";
import type { UnusedInvitation } from "../store/invitations.ts";
import { replaceInvitation, revokeInvitation } from "../store/inviting/change.ts";
import { drawNew, type MadeCode } from "./make.ts";

/** How many codes are changed at once. */
const TOGETHER = 64;

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
): AsyncGenerator<MadeCode[]> {
  for (let begun = 0; begun < old.length; begun += TOGETHER) {
    const made = await Promise.all(
      old.slice(begun, begun + TOGETHER).map(async ({ hash, groupId, label }) => {
        const drawn = drawNew(world, consultation);
        const replacement = { hash: drawn.hash, groupId, label, expires };
        const replaced = await replaceInvitation(world.db, consultation, hash, replacement);
        return replaced ? [{ code: drawn.code, label }] : [];
      }),
    );
    yield made.flat();
  }
}

/** Revokes codes; those that have been used meanwhile stay used. */
export async function revokeCodes(
  { db }: Pick<Services, "db">,
  consultation: string,
  unused: readonly UnusedInvitation[],
): Promise<void> {
  for (let begun = 0; begun < unused.length; begun += TOGETHER) {
    const some = unused.slice(begun, begun + TOGETHER);
    await Promise.all(some.map(({ hash }) => revokeInvitation(db, consultation, hash)));
  }
}
