/** What organisers are told that too much of came: how often, roughly, on which day, and nothing of who sent it. */
const NOTICED = [
  /** Wrong invitation codes in ballots of a consultation. */
  "wrong-invitations",
  /** Wrong recovery codes, links, desk links, keys and passkeys, of the whole installation. */
  "wrong-sign-ins",
  /** Reports of bad translations that were refused since there were too many. */
  "reports",
  /** Reasons and suggestions of which the same is true. */
  "remarks",
] as const;
export type Noticed = (typeof NOTICED)[number];

/** How many of a kind were counted on a day (UTC, YYYY-MM-DD). */
export interface NoticedDay {
  day: string;
  counts: Readonly<Partial<Record<Noticed, number>>>;
}

/** A kind of which there was at least `band` on a day. */
export interface Notice {
  kind: Noticed;
  day: string;
  band: number;
}

/** "At least so many": below the first nothing is told, for people mistype. */
const BANDS = [20, 200, 2_000, 20_000] as const;

/** The days of which notices are kept and told. */
export const NOTICED_DAYS = 7;

/** The notices of some days, the newest first. */
export function noticesOf(days: readonly NoticedDay[]): Notice[] {
  return days
    .toSorted((one, other) => (one.day < other.day ? 1 : -1))
    .flatMap(({ day, counts }) =>
      NOTICED.flatMap((kind) => {
        const band = BANDS.findLast((most) => (counts[kind] ?? 0) >= most);
        return band === undefined ? [] : [{ kind, day, band }];
      }),
    );
}
