import type { Act } from "../../domain/organiser/acts.ts";
import { type GivenRole, may, type Role, roleOf } from "../../domain/organiser/role.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Services } from "../services.ts";
import { getTeam, type Invited, type Team, teamWrite } from "../store/teams.ts";
import type { Write } from "../store/write.ts";
import { record } from "./log.ts";

/** How often a change is tried when others change the same team at that moment. */
const TRIES = 5;

/** A change that was decided on the team as it was read. */
interface Change {
  members: Record<string, Role>;
  /** The languages of translators; as they were unless given. */
  languages?: Team["languages"];
  /** The links that were not used; as they were unless given. */
  invited?: Record<string, Invited>;
  act: Act;
  /** What else is stored, or not, with it. */
  writes?: readonly Write[];
}

/**
 * Decides on the team as it is and stores what was decided only if it is still so; else decides anew.
 * `undefined` is done.
 */
export async function changeTeam(
  services: Services,
  consultation: string,
  who: { organiser: { name: string } },
  decide: (team: Team) => Change | Problem | Promise<Change | Problem>,
): Promise<Problem | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const team = await getTeam(services.db, consultation);
    const decided = await decide(team);
    if ("problem" in decided) return decided;
    const { members, languages, invited, act, writes = [] } = decided;
    const entry = await record(services, consultation, who, act, [
      teamWrite(services.db, team, members, invited, languages),
      ...writes,
    ]);
    if (entry !== undefined) return undefined;
  }
  return { problem: "team-changed" };
}

/** The languages of a team's translators, once somebody has been given a role. */
export const withLanguages = (
  team: Team,
  id: string,
  { languages = [] }: GivenRole,
): Team["languages"] => ({ ...team.languages, [id]: languages });

/** What a member of a team is, as the log tells it. */
export const memberOf = ({ members, languages }: Team, id: string): GivenRole => ({
  role: members[id]!,
  ...(Object.hasOwn(languages, id) && { languages: languages[id] }),
});

/** Whether somebody may change that team as it is now; the guard may have let them in before. */
export function mayChange({ members }: Team, id: string): boolean {
  const role = roleOf(members, id);
  return role !== undefined && may(role, "team");
}
