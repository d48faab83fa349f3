import type { Person } from "./history.ts";

const ratings = (chance: () => number, rows: number): string =>
  Array.from({ length: rows }, () => "1234555n-"[Math.floor(chance() * 9)]).join("");

/** Some who answered before anybody looked, of whom the attacker knows everything. */
export const acquaintances = (chance: () => number, rows: number): Person[] =>
  Array.from({ length: 6 }, () => ({ versions: [{ at: 1, ratings: ratings(chance, rows) }] }));

/**
 * Besides, ballots of the attacker's own: some come with every release, are changed in the next, and
 * again, and are withdrawn; others hold still.
 */
export const movers = (chance: () => number, rows: number, releases: number): Person[] => [
  ...acquaintances(chance, rows),
  ...Array.from({ length: releases }, (_, at): Person => {
    const versions = [1, 2, 3].map((later) => ({ at: at + later, ratings: ratings(chance, rows) }));
    return { versions, withdrawn: at + 5 };
  }),
];
