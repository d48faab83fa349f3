/**
 * How many, as widely as it may be told while ballots come in. Each threshold lies somewhere between what it is called
 * and its double, drawn anew for every hour: whoever sends as many as are just below it cannot see one more come.
 */
const CROWDS = ["few", "hundreds", "thousands", "more"] as const;
export type Crowd = (typeof CROWDS)[number];

const FIRST = 100;

/** The band of a number; `chance` from 0 up to 1 draws the thresholds. */
export function crowdOf(count: number, chance: number): Crowd {
  const scaled = count / (FIRST * (1 + chance));
  if (scaled < 1) return "few";
  if (scaled < 10) return "hundreds";
  return scaled < 100 ? "thousands" : "more";
}

/** What is told of the last hour that is over: how many ballots came, and how many after work. */
export interface HourSeen {
  ballots: Crowd;
  worked: Crowd;
}
