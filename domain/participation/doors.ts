import { BY_CHANNEL, NOT_SAID } from "../consultation/groupings.ts";
import type { Release } from "../release/schema.ts";
import { tookPart } from "./took-part.ts";

/** The ways in which people come to a consultation. */
type Door = "without-link" | "by-link" | "expert";

/** How many came by a door, as far as it is published. */
export interface DoorCount {
  door: Door;
  ballots: number | null;
}

/**
 * How many came by each door, added up from published counts and nothing else. Never subtracted from
 * the whole: that has noise of its own, and a difference would then be nobody's.
 */
export function doors({ segments, ballots }: Pick<Release, "segments" | "ballots">): DoorCount[] {
  const channels = segments.filter(({ question }) => question === BY_CHANNEL);
  const of = (some: typeof channels) => tookPart(some.map(({ participation }) => participation));
  return [
    { door: "without-link", ballots: of(channels.filter(({ option }) => option === NOT_SAID)) },
    { door: "by-link", ballots: of(channels.filter(({ option }) => option !== NOT_SAID)) },
    { door: "expert", ballots: ballots.expert },
  ];
}
