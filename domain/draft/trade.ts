/**
 * What an organiser trades while choosing a schedule: the oftener results appear, and the more is told
 * of groups, the more noise stands in each count. All of it follows from a draft's rules alone.
 */
import { type Budgeted, budgetOf } from "../release/budget.ts";
import { noiseVariance, type Turn } from "../disclosure/noise.ts";
import { DISCLOSURES, POLICIES, type Schedule } from "../disclosure/policy.ts";
import { releasePlan } from "../disclosure/schedule.ts";
import { groupings } from "../consultation/groupings.ts";
import { normalQuantile } from "../statistics/normal.ts";
import { type Draft, keysOf, languagesOf, linesOf, valueOf } from "./draft.ts";
import { enteredMoment } from "./moment.ts";

/** The numbers of ratings for which the noise is told. */
export const AT_RATINGS = [100, 500, 2_000] as const;

/** What of a draft decides how much noise there is. */
export interface Rules extends Budgeted {
  every: string;
  experts: "exact" | undefined;
  opensAt: string | undefined;
  closesAt: string | undefined;
  /** On how many days groups are published before closing. */
  days: number;
}

/** How far noise alone moves a share of "high", in percentage points, for each of `AT_RATINGS`. */
export interface Trade {
  points: number[];
  /** How many releases, or publications of groups, there are. */
  times: number;
}

/** The rules as they stand in a draft; what is missing or wrong is taken as the usual. */
export function rulesOf(draft: Pick<Draft, "fields">): Rules {
  const value = (name: string) => valueOf(draft, name);
  const moment = (name: string) =>
    enteredMoment(value(name)) === undefined ? undefined : value(name);
  const [percent, flags] = [value("release.groups"), value("release.flags")];
  const disclosure = DISCLOSURES.find((one) => one === value("disclosure")) ?? "standard";
  return {
    disclosure,
    // Sixty at most, as a definition has it; more would leave nothing for the totals.
    release: {
      groups: /^([0-5]?\d|60)$/.test(percent) ? Number(percent) : undefined,
      flags: /^(1?\d|20)$/.test(flags) ? Number(flags) : POLICIES[disclosure].flagsBudget,
    },
    languages: languagesOf(draft),
    about: keysOf(draft, "about").map((code) => ({ code, options: [] })),
    countLanguages: value("countLanguages") === "yes" ? true : undefined,
    channels: keysOf(draft, "channels").length === 0 ? undefined : [],
    every: value("release.every"),
    experts: value("experts") === "exact" && disclosure === "standard" ? "exact" : undefined,
    opensAt: moment("opensAt"),
    closesAt: moment("closesAt"),
    days: linesOf(value("release.groupsAt")).filter(Boolean).length,
  };
}

/**
 * What each schedule that the policy allows comes to in the last release, which has the most noise. A
 * consultation without a date of opening is taken to open at that moment.
 */
export function trades(rules: Rules, at: Date): (Trade & { every: Schedule })[] {
  const { schedules } = POLICIES[rules.disclosure];
  const { ratings } = budgetOf(rules);
  return schedules.map((every) => {
    const { releases } = releasePlan(every, startOf(rules, at), rules.closesAt);
    const turn: Turn = { release: releases, of: releases };
    return { every, times: releases, points: pointsOf(ratings, turn) };
  });
}

/** The same of one group at the last publication of groups; `undefined` where there is none. */
export function groupTrade(rules: Rules): (Trade & { groupings: number }) | undefined {
  const { groups } = budgetOf(rules);
  if (groups === undefined) return undefined;
  const times = rules.days + 1;
  const turn: Turn = { release: times, of: times, moves: "groups" };
  return { times, groupings: groupings(rules).length, points: pointsOf(groups, turn) };
}

/** Where it would close before it opens, that is a fault of its own, and told there. */
const startOf = ({ opensAt, closesAt }: Rules, at: Date): string => {
  const starts = opensAt ?? at.toISOString();
  return closesAt !== undefined && Date.parse(closesAt) < Date.parse(starts) ? closesAt : starts;
};

/**
 * By how much the noise moves a share of the two highest of five points that is one half, 19 times of
 * 20: z·√(v·(2·(1 − p)² + 3·p²))/n, as in the interval that is printed (`statistics/noisy-interval.ts`).
 */
function pointsOf(sigma: number, turn: Turn): number[] {
  const half = 0.5;
  const variance = noiseVariance(sigma, turn) * (2 * (1 - half) ** 2 + 3 * half ** 2);
  return AT_RATINGS.map((n) => (100 * normalQuantile(0.975) * Math.sqrt(variance)) / n);
}
