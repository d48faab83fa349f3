/** Every change of a team, each stored together with its entry in the consultation's log. */
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { LogValue } from "../../domain/organiser/log.ts";
import { may, type Role } from "../../domain/organiser/role.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Services } from "../services.ts";
import { getLink, linkUse } from "../store/links.ts";
import { getOrganiser } from "../store/organisers.ts";
import { getTeam, type Team, teamWrite } from "../store/teams.ts";
import type { TeamActor } from "./guard.tsx";
import { record } from "./log.ts";

/** How often a change is tried when others change the same team at that moment. */
const TRIES = 5;

/** A change that was decided on the team as it was read. */
interface Change {
  members: Record<string, Role>;
  action: string;
  before: LogValue;
  after: LogValue;
  /** What else is stored, or not, with it. */
  writes?: readonly TransactWriteItem[];
}

/**
 * Decides on the team as it is and stores what was decided only if it is still so; else decides anew.
 * `undefined` is done.
 */
async function change(
  services: Services,
  consultation: string,
  who: { organiser: { name: string } },
  decide: (team: Team) => Change | Problem | Promise<Change | Problem>,
): Promise<Problem | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const team = await getTeam(services.db, consultation);
    const decided = await decide(team);
    if ("problem" in decided) return decided;
    const { members, action, before, after, writes = [] } = decided;
    const entry = await record(services, consultation, who, action, before, after, [
      teamWrite(services.db, team, members),
      ...writes,
    ]);
    if (entry !== undefined) return undefined;
  }
  return { problem: "team-changed" };
}

/** Gives a member another role. A consultation keeps at least one owner. */
export const changeRole = (
  services: Services,
  actor: TeamActor,
  id: string,
  role: Role,
): Promise<Problem | undefined> =>
  change(services, actor.consultation, actor, async (team) => {
    const refusal = mayActOn(team, actor, id);
    if (refusal !== undefined) return refusal;
    const members = { ...team.members, [id]: role };
    if (!hasOwner(members)) return { problem: "last-owner" };
    const name = await nameOf(services, id);
    return {
      members,
      action: "role-changed",
      before: { name, role: team.members[id]! },
      after: { name, role },
    };
  });

/** Takes a member out of the team; at their next request they know nothing of the consultation. */
export const removeMember = (
  services: Services,
  actor: TeamActor,
  id: string,
): Promise<Problem | undefined> =>
  change(services, actor.consultation, actor, async (team) => {
    const refusal = mayActOn(team, actor, id);
    if (refusal !== undefined) return refusal;
    const { [id]: role, ...members } = team.members;
    if (!hasOwner(members)) return { problem: "last-owner" };
    const name = await nameOf(services, id);
    return { members, action: "team-left", before: { name, role: role! }, after: null };
  });

/**
 * Uses a link up and gives its role to an organiser; `writes` store that organiser where it is a new
 * one. Whoever sent the link must still be one who may. Whoever is in the team already keeps the role they have, and the link stays.
 */
export async function joinTeam(
  services: Services,
  linkHash: string,
  { id, name }: { id: string; name: string },
  writes: readonly TransactWriteItem[] = [],
): Promise<Problem | { consultation: string }> {
  const { db, now } = services;
  const read = async () => getLink(db, linkHash, now().getTime());
  const link = await read();
  if (link?.kind !== "role") return { problem: "role-link-refused" };
  const { consultation, role, by } = link;
  const refusal = await change(services, consultation, { organiser: { name } }, async (team) => {
    const sender = team.members[by];
    const isLive = sender !== undefined && may(sender, "team") && (await read()) !== undefined;
    if (!isLive) return { problem: "role-link-refused" };
    if (Object.hasOwn(team.members, id)) return { problem: "already-in-team" };
    return {
      members: { ...team.members, [id]: role },
      action: "team-joined",
      before: null,
      after: { name, role },
      writes: [linkUse(db, linkHash), ...writes],
    };
  });
  return refusal ?? { consultation };
}

/** Makes whoever has set the installation up an owner. */
export const addSetupOwner = (
  services: Services,
  consultation: string,
  { id, name }: { id: string; name: string },
): Promise<Problem | undefined> =>
  change(services, consultation, { organiser: { name } }, (team) => ({
    members: { ...team.members, [id]: "owner" },
    action: "team-set-up",
    before: null,
    after: { name, role: "owner" },
  }));

/** The role of the actor may have changed since the guard let them in; a stranger's id is nobody's. */
function mayActOn(team: Team, actor: TeamActor, id: string): Problem | undefined {
  const role = team.members[actor.organiser.id];
  const isThere = Object.hasOwn(team.members, id);
  return role !== undefined && may(role, "team") && isThere
    ? undefined
    : { problem: "page-unknown" };
}

const hasOwner = (members: Record<string, Role>): boolean =>
  Object.values(members).includes("owner");

const nameOf = async ({ db }: Services, id: string): Promise<string> =>
  (await getOrganiser(db, id))?.name ?? "";
