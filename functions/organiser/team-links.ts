/** One-time links to a team: made, withdrawn and used, each with its entry in the log. */
import { CODE_LENGTH, drawOrganiserCode } from "../../domain/organiser/code.ts";
import type { GivenRole } from "../../domain/organiser/role.ts";
import type { Problem } from "../../domain/problem.ts";
import { organiserCodeHash } from "../secrets.ts";
import type { Services } from "../services.ts";
import { getLink, linkEnd, linkPut, linkUse } from "../store/links.ts";
import { getOrganiser } from "../store/organisers.ts";
import type { Invited, Team } from "../store/teams.ts";
import type { Write } from "../store/write.ts";
import type { TeamActor } from "./guard.tsx";
import { changeTeam, mayChange, withLanguages } from "./team-change.ts";

export const ROLE_LINK_MS = 7 * 24 * 60 * 60_000;

/** Most links of one team that wait to be used: the team stays one small item. */
const MOST_LINKS = 50;

/** The links of a team that somebody could use now, the one that ends first before the others. */
export const liveLinks = (team: Team, now: Date): [hash: string, Invited][] =>
  Object.entries(team.invited)
    .filter(([, { by, endsAt }]) => endsAt > now.getTime() && mayChange(team, by))
    .toSorted(([, a], [, b]) => a.endsAt - b.endsAt);

/** Makes a link that gives a role; its code exists only in this answer. */
export async function inviteByLink(
  services: Services,
  actor: TeamActor,
  given: GivenRole,
): Promise<Problem | { code: string }> {
  const { db, secret, random, now } = services;
  const { consultation, organiser } = actor;
  const code = drawOrganiserCode(random(CODE_LENGTH));
  const hash = organiserCodeHash(secret, "role", code);
  const madeAt = now().getTime();
  const endsAt = madeAt + ROLE_LINK_MS;
  const link = { kind: "role", consultation, ...given, by: organiser.id } as const;
  const refusal = await changeTeam(services, consultation, actor, (team) => {
    if (!mayChange(team, organiser.id)) return { problem: "page-unknown" };
    const live = liveLinks(team, now());
    if (live.length >= MOST_LINKS) return { problem: "team-links-full" };
    return {
      members: team.members,
      invited: {
        ...Object.fromEntries(live),
        [hash]: { ...given, by: organiser.id, madeAt, endsAt },
      },
      act: { action: "team-invited", before: null, after: given },
      writes: [linkPut(db, hash, link, endsAt)],
    };
  });
  return refusal ?? { code };
}

const roleGivenBy = ({ role, languages }: Invited): GivenRole => ({
  role,
  ...(languages !== undefined && { languages }),
});

/** Ends a link that nobody has used. */
export const withdrawLink = (
  services: Services,
  actor: TeamActor,
  hash: string,
): Promise<Problem | undefined> =>
  changeTeam(services, actor.consultation, actor, async (team) => {
    if (!mayChange(team, actor.organiser.id)) return { problem: "page-unknown" };
    const live = liveLinks(team, services.now());
    const link = live.find(([one]) => one === hash)?.[1];
    if (link === undefined) return { problem: "role-link-gone" };
    const by = (await getOrganiser(services.db, link.by))?.name ?? "";
    return {
      members: team.members,
      invited: Object.fromEntries(live.filter(([one]) => one !== hash)),
      act: { action: "team-link-withdrawn", before: { ...roleGivenBy(link), by }, after: null },
      writes: [linkEnd(services.db, hash)],
    };
  });

/**
 * Uses a link up and gives its role to an organiser; `writes` store that organiser where it is a new
 * one. Whoever sent the link must still be one who may. Whoever is in the team already keeps the role
 * they have, and the link stays.
 */
export async function joinTeam(
  services: Services,
  linkHash: string,
  { id, name }: { id: string; name: string },
  writes: readonly Write[] = [],
): Promise<Problem | { consultation: string }> {
  const { db, now } = services;
  const read = async () => getLink(db, linkHash, now().getTime());
  const link = await read();
  if (link?.kind !== "role") return { problem: "role-link-refused" };
  const { consultation, kind: _, by, ...given } = link;
  const refusal = await changeTeam(
    services,
    consultation,
    { organiser: { name } },
    async (team) => {
      const isLive = mayChange(team, by) && (await read()) !== undefined;
      if (!isLive) return { problem: "role-link-refused" };
      if (Object.hasOwn(team.members, id)) return { problem: "already-in-team" };
      const { [linkHash]: _, ...invited } = team.invited;
      return {
        members: { ...team.members, [id]: given.role },
        languages: withLanguages(team, id, given),
        invited,
        act: { action: "team-joined", before: null, after: { name, ...given } },
        writes: [linkUse(db, linkHash), ...writes],
      };
    },
  );
  return refusal ?? { consultation };
}
