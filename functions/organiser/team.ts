/** Every change of a team, each stored together with its entry in the consultation's log. */
import { type GivenRole, may, type Role } from "../../domain/organiser/role.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Services } from "../services.ts";
import { linkEnd } from "../store/links.ts";
import { getOrganiser } from "../store/organisers.ts";
import { listProgramKeys, programKeysGone } from "../store/program-keys.ts";
import type { Team } from "../store/teams.ts";
import type { TeamActor } from "./guard.tsx";
import { changeTeam, mayChange, memberOf, withLanguages } from "./team-change.ts";

/**
 * Gives a member another role. A consultation keeps at least one owner. Whoever may no longer send
 * links loses those they have sent.
 */
export const changeRole = (
  services: Services,
  actor: TeamActor,
  id: string,
  given: GivenRole,
): Promise<Problem | undefined> =>
  changeTeam(services, actor.consultation, actor, async (team) => {
    const refusal = mayActOn(team, actor, id);
    if (refusal !== undefined) return refusal;
    const members = { ...team.members, [id]: given.role };
    if (!hasOwner(members)) return { problem: "last-owner" };
    const name = await nameOf(services, id);
    return {
      members,
      languages: withLanguages(team, id, given),
      ...(may(given.role, "team") ? {} : withoutLinksOf(services, team, id)),
      act: {
        action: "role-changed",
        before: { name, ...memberOf(team, id) },
        after: { name, ...given },
      },
    };
  });

/**
 * Takes a member out of the team: at their next request they know nothing of the consultation, and
 * the links they have sent and the keys they have made are gone.
 */
export const removeMember = (
  services: Services,
  actor: TeamActor,
  id: string,
): Promise<Problem | undefined> =>
  changeTeam(services, actor.consultation, actor, async (team) => {
    const refusal = mayActOn(team, actor, id);
    if (refusal !== undefined) return refusal;
    const { [id]: _, ...members } = team.members;
    if (!hasOwner(members)) return { problem: "last-owner" };
    const name = await nameOf(services, id);
    const keys = (await listProgramKeys(services.db, actor.consultation)).filter(
      ({ by }) => by === id,
    );
    const ended = keys.length > 0 && { keys: keys.map((key) => key.name) };
    const { invited, writes } = withoutLinksOf(services, team, id);
    return {
      members,
      invited,
      writes: [...writes, ...programKeysGone(services.db, actor.consultation, keys)],
      act: { action: "team-left", before: { name, ...memberOf(team, id), ...ended }, after: null },
    };
  });

/** Makes whoever has set the installation up an owner. */
export const addSetupOwner = (
  services: Services,
  consultation: string,
  { id, name }: { id: string; name: string },
): Promise<Problem | undefined> =>
  changeTeam(services, consultation, { organiser: { name } }, (team) => ({
    members: { ...team.members, [id]: "owner" },
    act: { action: "team-set-up", before: null, after: { name, role: "owner" } },
  }));

/** The role of the actor may have changed since the guard let them in; a stranger's id is nobody's. */
const mayActOn = (team: Team, actor: TeamActor, id: string): Problem | undefined =>
  mayChange(team, actor.organiser.id) && Object.hasOwn(team.members, id)
    ? undefined
    : { problem: "page-unknown" };

/** Ends the links of one member for good: they do not come back with the right to send them. */
function withoutLinksOf({ db }: Services, { invited }: Team, id: string) {
  const [theirs, others] = [true, false].map((own) =>
    Object.entries(invited).filter(([, { by }]) => (by === id) === own),
  );
  return {
    invited: Object.fromEntries(others!),
    writes: theirs!.map(([hash]) => linkEnd(db, hash)),
  };
}

/** Whether anybody among them is an owner. */
export const hasOwner = (members: Record<string, Role>): boolean =>
  Object.values(members).includes("owner");

const nameOf = async ({ db }: Services, id: string): Promise<string> =>
  (await getOrganiser(db, id))?.name ?? "";
