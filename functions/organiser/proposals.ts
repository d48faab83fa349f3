/** The rule of two persons at work: every change of a proposal is stored with its entry in the log. */
import {
  answeringRefused,
  type Proposal,
  proposingRefused,
  type TwoPersonAct,
} from "../../domain/organiser/proposal.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Services } from "../services.ts";
import { listProposals, proposalWrite } from "../store/proposals.ts";
import { getTeam, teamCheck } from "../store/teams.ts";
import type { Write } from "../store/write.ts";
import type { Acting } from "./acting.ts";
import { record } from "./log.ts";

/** A proposal that is being confirmed: who made it, and the writes that use it up. */
export interface Confirmed {
  proposedBy: string;
  /** Of an export: the language of its labels. */
  language?: string | undefined;
  writes: readonly Write[];
}

/** The proposal of an act that stands, as that organiser sees it. */
export async function seenProposal(
  { section, organiser }: Acting,
  act: TwoPersonAct,
): Promise<(Proposal & { own: boolean }) | undefined> {
  const all = await section.proposals();
  const found = all.find((one) => one.act === act);
  return found && { ...found, own: found.by === organiser.id };
}

/** Proposes an act, in place of a proposal of it that has lapsed. */
export async function propose(
  services: Services,
  actor: Acting,
  act: TwoPersonAct,
  more: Pick<Proposal, "language"> = {},
): Promise<Problem | undefined> {
  const { db, now } = services;
  const { consultation, organiser } = actor;
  const [team, former] = [await getTeam(db, consultation), await proposalOf(db, consultation, act)];
  const problem = proposingRefused(act, organiser.id, former, team.members, now());
  if (problem !== undefined) return { problem };
  const at = now().toISOString();
  const proposal = { act, by: organiser.id, name: organiser.name, at, ...more };
  const writes = [proposalWrite(db, consultation, act, former, proposal), teamCheck(db, team)];
  const proposed = { action: `${act}-proposed` as const, before: null, after: null };
  const done = await record(services, consultation, actor, proposed, writes);
  return done === undefined ? { problem: "step-refused" } : undefined;
}

/**
 * Whether the organiser may confirm the proposal that they saw, made at that moment; and what must be
 * written with the act, so that one confirmation does it once, and only while both are still in the team.
 */
export async function confirmable(
  services: Services,
  actor: Acting,
  act: TwoPersonAct,
  seen: string | null,
): Promise<Confirmed | Problem> {
  const found = await answerable(services, actor, "confirm", act, seen);
  if ("problem" in found) return found;
  const { name, language } = found.proposal;
  return { proposedBy: name, language, writes: found.writes };
}

/** Takes the proposal that was seen back. */
export async function withdraw(
  services: Services,
  actor: Acting,
  act: TwoPersonAct,
  seen: string | null,
): Promise<Problem | undefined> {
  const found = await answerable(services, actor, "withdraw", act, seen);
  if ("problem" in found) return found;
  const { proposal, writes } = found;
  const before = { act, proposedBy: proposal.name };
  const taken = { action: "proposal-withdrawn" as const, before, after: null };
  const done = await record(services, actor.consultation, actor, taken, writes);
  return done === undefined ? { problem: "proposal-unknown" } : undefined;
}

async function answerable(
  { db, now }: Services,
  { consultation, organiser }: Acting,
  answer: "confirm" | "withdraw",
  act: TwoPersonAct,
  seen: string | null,
): Promise<{ proposal: Proposal; writes: readonly Write[] } | Problem> {
  const [team, stored] = [await getTeam(db, consultation), await proposalOf(db, consultation, act)];
  const proposal = stored?.at === seen ? stored : undefined;
  const problem = answeringRefused(answer, organiser.id, proposal, team.members, now());
  if (problem !== undefined) return { problem };
  const writes = [
    proposalWrite(db, consultation, act, proposal, undefined),
    // Whoever lost their role between here and the writing takes the proposal with them.
    teamCheck(db, team),
  ];
  return { proposal: proposal!, writes };
}

const proposalOf = async (
  db: Services["db"],
  consultation: string,
  act: TwoPersonAct,
): Promise<Proposal | undefined> =>
  (await listProposals(db, consultation)).find((one) => one.act === act);
