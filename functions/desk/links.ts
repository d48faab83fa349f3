/** One-time links to addressees' desks: made, ended and used, each with its entry in the log. */
import type { Consultation } from "../../domain/consultation/definition.ts";
import { CODE_LENGTH, drawOrganiserCode, readOrganiserCode } from "../../domain/organiser/code.ts";
import { may, roleOf } from "../../domain/organiser/role.ts";
import type { Problem } from "../../domain/problem.ts";
import type { TeamActor } from "../organiser/guard.tsx";
import { record } from "../organiser/log.ts";
import { drawToken, SESSION_MOST_MS } from "../http/session-life.ts";
import { organiserCodeHash } from "../secrets.ts";
import type { Services } from "../services.ts";
import { getPublished } from "../store/consultations.ts";
import { deskSessionPut } from "../store/desk-sessions.ts";
import { type Desk, deskEnd, deskOpening, deskPut, listDesks } from "../store/desks.ts";
import { getLink, linkPut, linkUse } from "../store/links.ts";
import { getTeam } from "../store/teams.ts";
import { writeAll } from "../store/write-all.ts";
import type { DeskSession } from "./session.ts";

export const DESK_LINK_MS = 14 * 24 * 60 * 60_000;

/** Most links that wait and desks that are open at one consultation. */
const MOST_DESKS = 50;

/** Makes a link to an addressee's desk; its code exists only in this answer. */
export async function makeDeskLink(
  services: Services,
  actor: TeamActor,
  { id, addressees }: Consultation,
  addressee: string,
): Promise<Problem | { code: string }> {
  const { db, secret, random, now } = services;
  if (!addressees.some(({ code }) => code === addressee)) return { problem: "addressee-invalid" };
  const madeAt = now().getTime();
  if ((await listDesks(db, id, madeAt)).length >= MOST_DESKS) return { problem: "desks-full" };
  const code = drawOrganiserCode(random(CODE_LENGTH));
  const hash = organiserCodeHash(secret, "desk", code);
  const endsAt = madeAt + DESK_LINK_MS;
  const by = actor.organiser.id;
  const act = {
    action: "desk-link-made",
    before: null,
    after: { addressee, until: new Date(endsAt).toISOString() },
  } as const;
  const made = await record(services, id, actor, act, [
    linkPut(db, hash, { kind: "desk", consultation: id, addressee, by }, endsAt),
    deskPut(db, id, { hash, addressee, by, madeAt, endsAt }),
  ]);
  if (made === undefined) throw new Error("the random source has repeated a link's code");
  return { code };
}

/** Withdraws a link that nobody has used, or closes the desk that it has opened. */
export async function endDesk(
  services: Services,
  actor: TeamActor,
  hash: string,
): Promise<Problem | undefined> {
  const { db, now } = services;
  const { consultation } = actor;
  const desk = (await listDesks(db, consultation, now().getTime())).find(
    (one) => one.hash === hash,
  );
  if (desk === undefined) return { problem: "desk-gone" };
  const act = {
    action: "desk-ended",
    before: { addressee: desk.addressee },
    after: null,
  } as const;
  const ended = await record(services, consultation, actor, act, deskEnd(db, consultation, desk));
  return ended === undefined ? { problem: "desk-gone" } : undefined;
}

/** The desks of a consultation that are not over: links that wait, and desks at which somebody is. */
export const liveDesks = ({ db, now }: Pick<Services, "db" | "now">, id: string): Promise<Desk[]> =>
  listDesks(db, id, now().getTime());

/**
 * Uses a link up and opens its desk: of several who use one at once, one does. Whoever made the link must still be
 * one who may. The token of the session, which exists only in this answer.
 */
export async function openDesk(
  services: Services,
  typed: unknown,
): Promise<Problem | { token: string; consultation: string }> {
  const { db, secret, now } = services;
  const refused = { problem: "desk-link-refused" } as const;
  const code = readOrganiserCode(typed);
  if (code === undefined) return refused;
  const hash = organiserCodeHash(secret, "desk", code);
  const at = now().getTime();
  const link = await getLink(db, hash, at);
  if (link?.kind !== "desk") return refused;
  const { consultation, addressee, by } = link;
  const role = roleOf((await getTeam(db, consultation)).members, by);
  if (role === undefined || !may(role, "respond")) return refused;
  const published = await getPublished(db, consultation);
  const name = published && nameOf(published.definition, addressee);
  if (name === undefined) return refused;
  const { token, hash: session } = drawToken(services);
  const endsAt = at + SESSION_MOST_MS;
  const act = { action: "desk-opened", before: null, after: { addressee } } as const;
  const opened = await record(services, consultation, { organiser: { name } }, act, [
    linkUse(db, hash),
    deskOpening(db, consultation, hash, { at, session, endsAt }),
    deskSessionPut(
      db,
      session,
      { consultation, addressee, desk: hash, startedAt: at, seenAt: at },
      endsAt,
    ),
  ]);
  return opened === undefined ? refused : { token, consultation };
}

/** Ends the session of whoever leaves, and the desk with it. */
export async function leaveDesk(
  { db, now }: Pick<Services, "db" | "now">,
  { consultation, desk, hash }: DeskSession,
): Promise<void> {
  const desks = await listDesks(db, consultation, now().getTime());
  const open = desks.find((one) => one.hash === desk && one.opened?.session === hash);
  if (open !== undefined) await writeAll(db, deskEnd(db, consultation, open));
}

/** The name of an addressee in the language of the original, under which the log tells of it. */
export function nameOf(
  { addressees, languages }: Pick<Consultation, "addressees" | "languages">,
  addressee: string,
): string | undefined {
  return addressees.find(({ code }) => code === addressee)?.name[languages[0]!];
}
