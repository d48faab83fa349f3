/** Keys for programs made and revoked by owners, each with its entry in the log, or neither. */
import { momentIn } from "../../domain/consultation/time-zone.ts";
import type { Act } from "../../domain/organiser/acts.ts";
import { drawProgramKey, KEY_BYTES, type KeyWanted, MOST_KEYS } from "../../domain/program/key.ts";
import type { Problem } from "../../domain/problem.ts";
import { programKeyHash } from "../secrets.ts";
import type { Services } from "../services.ts";
import {
  listProgramKeys,
  programKeyEnd,
  programKeyPut,
  type StoredKey,
} from "../store/program-keys.ts";
import type { TeamActor } from "./guard.tsx";
import { record } from "./log.ts";
import { changeTeam, mayChange } from "./team-change.ts";

const MINUTE = 60_000;

/** The keys of a consultation that are not over, the newest first. */
export async function liveKeys(
  { db, now }: Pick<Services, "db" | "now">,
  consultation: string,
): Promise<StoredKey[]> {
  const at = now().getTime();
  return (await listProgramKeys(db, consultation)).filter(({ endsAt }) => endsAt > at);
}

/**
 * Makes a key, which exists only in this answer. Stored as a change of the team, so that of an owner who makes
 * one and another who removes them at that moment neither leaves a key behind.
 */
export async function makeKey(
  services: Services,
  actor: Pick<TeamActor, "organiser" | "consultation">,
  wanted: KeyWanted,
  timeZone: string,
): Promise<{ key: string } | Problem> {
  const { db, now, random, secret } = services;
  const id = actor.consultation;
  const key = drawProgramKey(random(KEY_BYTES));
  const stored: StoredKey = {
    ...wanted,
    hash: programKeyHash(secret, id, key),
    by: actor.organiser.id,
    madeAt: now().getTime(),
    // To the end of its last day.
    endsAt: Date.parse(momentIn(timeZone, `${wanted.expires}T23:59`)!) + MINUTE,
  };
  const act: Act = {
    action: "key-made",
    before: null,
    after: { ...told(stored), expires: wanted.expires },
  };
  const problem = await changeTeam(services, id, actor, async (team) => {
    if (!mayChange(team, actor.organiser.id)) return { problem: "page-unknown" };
    if ((await liveKeys(services, id)).length >= MOST_KEYS) return { problem: "keys-full" };
    return { members: team.members, act, writes: [programKeyPut(db, id, stored)] };
  });
  return problem ?? { key };
}

/** Revokes a key: at its next request it is none. */
export async function revokeKey(
  services: Services,
  actor: Pick<TeamActor, "organiser" | "consultation">,
  hash: string,
): Promise<Problem | undefined> {
  const id = actor.consultation;
  const key = (await liveKeys(services, id)).find((one) => one.hash === hash);
  if (key === undefined) return { problem: "key-gone" };
  const act: Act = { action: "key-revoked", before: told(key), after: null };
  const done = await record(services, id, actor, act, [programKeyEnd(services.db, id, hash)]);
  return done === undefined ? { problem: "key-gone" } : undefined;
}

/** A key as the log tells of it. */
const told = ({ name, role, languages, steps }: KeyWanted) => ({
  key: name,
  role,
  ...(languages !== undefined && { languages }),
  ...(steps && { steps: true as const }),
});
