import type { BallotContent } from "../../../domain/ballot/ballot.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { segmentsOf } from "../../../domain/tally/fold.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { definition } from "../consultation/definition.ts";
import type { Hypothesis, Trace } from "./guess.ts";
import type { Person, Version } from "./history.ts";
import type { Says } from "./says.ts";

/** Somebody who answers and perhaps changes, and what of it the attacker wants to know. */
export interface Story {
  releases: number;
  /** By which release each version is there. */
  at: readonly number[];
  withdrawn?: number;
  says: Says;
  /** Releases with groups; the last is the last release. */
  milestones?: readonly number[];
  /** What each version says besides ratings; the last goes for those after it. */
  besides?: readonly Partial<Pick<BallotContent, "about" | "panel" | "channel">>[];
  /** The first recommendation is chosen "to do first" when it is rated 5, and nothing else ever. */
  firstIsFive?: boolean;
  /** Somebody else of whom the attacker knows all but the ratings, there when the victim comes. */
  companion?: boolean;
  /** Ballots of others, known to the attacker: those of the attacker among them. */
  crowd?: (chance: () => number, rows: number, releases: number) => Person[];
  definition?: Partial<Consultation>;
}

/** The consultation that is attacked: the shape of the shipped one, with the promise. */
export const attacked = (story: Story): Consultation => ({
  ...definition(),
  release: { every: "week" },
  about: [],
  ...story.definition,
});

const besidesOf = ({ besides = [] }: Story, version: number) =>
  besides[version] ?? besides.at(-1) ?? {};

/** The victim and the companion, with the ratings drawn for each row. */
export function peopleOf(
  story: Story,
  plan: ReturnType<typeof countingPlan>,
  drawn: readonly { values: readonly number[] }[],
): Person[] {
  const rated = (version: number) => drawn.map(({ values }) => values[version]).join("");
  const versionOf = (at: number, version: number): Version => ({
    at,
    ratings: rated(version),
    ...besidesOf(story, version),
    first: story.firstIsFive === true && drawn[0]!.values[version] === 5 ? [plan.codes[0]!] : [],
  });
  const victim = { versions: story.at.map(versionOf), withdrawn: story.withdrawn };
  if (story.companion !== true) return [victim];
  const companion = { ...versionOf(story.at[0]!, 0), ratings: rated(story.at.length) };
  return [victim, { versions: [companion] }];
}

/** What may be so of one row; the companion's rating stands behind those of the victim's versions. */
export function hypothesesOf(story: Story, prior: readonly number[], waits: boolean): Hypothesis[] {
  const said = story.says(prior);
  const whole =
    story.companion === true
      ? said.flatMap((one) =>
          prior.map((chance, at) => ({
            prior: one.prior * chance,
            values: [...one.values, at + 1],
          })),
        )
      : said;
  const { releases, at } = story;
  return whole.map(({ prior, values }) => ({
    prior,
    values,
    traces: values.flatMap((value, version) =>
      version < at.length
        ? tracesOf(story, version, value, spanOf(story, version, waits))
        : tracesOf(story, 0, value, { from: at[0]!, until: releases + 1 }),
    ),
  }));
}

interface Span {
  from: number;
  until: number;
}

/**
 * In which releases a version is counted, by the published rule: while others follow, the first and the
 * second, which waits where it is another panel's; in the last release what was said last.
 */
function spanOf(
  { releases, at, besides = [], withdrawn = Infinity }: Story,
  version: number,
  waits: boolean,
): Span {
  const counted = Array.from({ length: releases }, (_, index) => {
    const release = index + 1;
    if (release >= withdrawn) return undefined;
    const there = at.filter((one) => one <= release).length - 1;
    if (!waits || release === releases) return there;
    const moved = besides[1]?.panel !== undefined && besides[1].panel !== besides[0]?.panel;
    return Math.min(there, moved ? 0 : 1);
  });
  const first = counted.indexOf(version);
  return first < 0
    ? { from: 0, until: 0 }
    : { from: first + 1, until: counted.lastIndexOf(version) + 2 };
}

function tracesOf(story: Story, version: number, value: number, { from, until }: Span): Trace[] {
  if (until <= from) return [];
  const { milestones = [story.releases] } = story;
  const place = value - 1;
  const content: BallotContent = {
    panel: "public",
    language: "kk",
    about: {},
    ratings: "",
    first: [],
    positions: [],
    ...besidesOf(story, version),
  };
  const milestone = (release: number) => milestones.filter((one) => one < release).length + 1;
  const groups = segmentsOf(countingPlan(attacked(story)), content).map((key): Trace => ({
    table: `ratings/groups/${key}`,
    place,
    from: milestone(from),
    until: milestone(until),
  }));
  // The one recommendation, and how many chose anything.
  const chosen = story.firstIsFive === true && value === 5 ? [0, 1] : [];
  return [
    { table: `ratings/${content.panel}`, place, from, until },
    ...chosen.map((place): Trace => ({ table: "first/public", place, from, until })),
    ...groups,
  ];
}
