/**
 * The one way in for organisers' programs: by a key in the header `Authorization`, and by nothing else. A cookie
 * gives no right here, so no page of another site can make a browser do anything. All of it is looked up anew for
 * every request.
 */
import { readConsultationId } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import { isProgramKey, languagesByKey, mayByKey } from "../../domain/program/key.ts";
import { programName } from "../../domain/program/name.ts";
import type { Action } from "../../domain/organiser/role.ts";
import { roleOf } from "../../domain/organiser/role.ts";
import type { Problem } from "../../domain/problem.ts";
import { isSecure } from "../http/session-cookie.ts";
import type { Acting } from "../organiser/acting.ts";
import { openSection } from "../organiser/section.ts";
import { memberOf } from "../organiser/team-change.ts";
import { zoneOfSection } from "../organiser/view.ts";
import { programKeyHash } from "../secrets.ts";
import type { Services } from "../services.ts";
import { getOrganiser } from "../store/organisers.ts";
import { getProgramKey, noteKeyUse, type StoredKey } from "../store/program-keys.ts";

/** A program that was let in: as whom it acts, and by which key. */
export interface Admitted {
  actor: Acting;
  key: StoredKey;
}

/** Lets a request in that has a key with a right at a consultation, or says why not. */
export async function admit(
  services: Services,
  request: Request,
  consultation: string,
  action: Action,
): Promise<Admitted | Problem> {
  const { db, now } = services;
  if (!isSecure(request)) return { problem: "not-secure" };
  const found = await findKey(services, request, consultation);
  if ("problem" in found) return found;
  const { key } = found;
  const section = openSection(services, consultation);
  const team = await section.team();
  const maker = roleOf(team.members, key.by);
  const organiser = maker && (await getOrganiser(db, key.by));
  // Of what was deleted nothing is left to act at.
  const published = await section.published();
  const isGone =
    published === undefined
      ? (await section.draft()) === undefined
      : published.life.purge !== undefined;
  if (maker === undefined || organiser === undefined || isGone) return { problem: "key-refused" };
  const today = dayIn(await zoneOfSection(section), now());
  if (key.usedOn !== today) await noteKeyUse(db, consultation, key.hash, today);
  if (!mayByKey(key, maker, action)) return { problem: "key-may-not" };
  return {
    key,
    actor: {
      organiser: { id: organiser.id, name: programName(key.name, organiser.name) },
      consultation,
      role: key.role,
      languages: languagesByKey(key, memberOf(team, key.by)),
      section,
    },
  };
}

/**
 * The key that a request brings. What is none by its form costs nothing; what might be one is looked up by one read.
 */
async function findKey(
  services: Services,
  request: Request,
  consultation: string,
): Promise<{ key: StoredKey } | Problem> {
  const { db, now, secret } = services;
  const [, bearer] = /^Bearer +(\S+)$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  if (bearer === undefined) return { problem: "key-missing" };
  if (!isProgramKey(bearer) || readConsultationId(consultation) === undefined) {
    return { problem: "key-refused" };
  }
  const key = await getProgramKey(db, consultation, programKeyHash(secret, consultation, bearer));
  if (key !== undefined && key.endsAt > now().getTime()) return { key };
  return { problem: "key-refused" };
}
