import { BY_CHANNEL, NOT_SAID } from "../groups.ts";
import type { Release } from "../release/schema.ts";

/** The ways in which people come to a consultation. */
type Door = "without-link" | "by-link" | "expert";

/** How many came by a door, as far as it is published; `atLeast` where some of its parts are not shown. */
export interface DoorCount {
  door: Door;
  ballots: number | null;
  atLeast: boolean;
}

/**
 * How many came by each door, added up from published counts and nothing else. Never subtracted from
 * the whole: its figures may be newer, and a difference would then be nobody's.
 */
export function doors({ segments, ballots }: Pick<Release, "segments" | "ballots">): DoorCount[] {
  const channels = segments.filter(({ question }) => question === BY_CHANNEL);
  const without = channels.find(({ option }) => option === NOT_SAID);
  const links = channels.filter(({ option }) => option !== NOT_SAID);
  const shown = links.flatMap((one) => one.ballots ?? []);
  const sum = shown.reduce((all, count) => all + count, 0);
  return [
    { door: "without-link", ballots: without?.ballots ?? null, atLeast: false },
    {
      door: "by-link",
      ballots: shown.length === 0 ? null : sum,
      atLeast: shown.length < links.length,
    },
    { door: "expert", ballots: ballots.expert, atLeast: false },
  ];
}
