import { excessCopies } from "../../../domain/flags/clones.ts";
import { FLAGGING } from "../../../domain/flags/rules.ts";

/* Made-up consultations for judging the rule of clones: honest people of several kinds, and a campaign among them. */

/** Numbers in [0, 1) without chance (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How people of one consultation are. Shares are of all of them. */
export interface Crowd {
  people: number;
  recommendations: number;
  /** The first so many are addressed to somebody else than the rest. */
  toOthers: number;
  /** Deviation of how high a person rates throughout, and of what each says beside that. */
  habit: number;
  noise: number;
  /** Recommendations stand in so many tiers that are worth the same. */
  tiers: number;
  /** Groups that agree among themselves, by the deviation of what they think of each recommendation; 0: none. */
  groups: number;
  apart: number;
  /** Who says the same of everything; 4 of everything; 3 or 4 of everything and 5 of one that many like; one to each addressee. */
  straight: number;
  acquiescent: number;
  favourite: number;
  byAddressee: number;
  /** Share of ratings that are skipped or no opinion. */
  silent: number;
}

/** The kinds of honest consultations that the rule is tried on. */
export const HONEST: Record<string, Partial<Crowd>> = {
  "of usual people": {},
  "of people who rate high or low throughout": { habit: 1.6 },
  "that agrees on most": { noise: 0.6, habit: 0.3 },
  "with groups that agree among themselves": { groups: 5, apart: 0.9, noise: 0.7 },
  "with two camps": { groups: 2, apart: 1.2, noise: 0.7, habit: 0.3 },
  "of straight-liners": { straight: 0.3 },
  "where many say 4 of everything": { acquiescent: 0.3 },
  "where many have the same favourite": { favourite: 0.3 },
  "where many say one thing to each addressee": { byAddressee: 0.3 },
  "of all of these": {
    habit: 1.2,
    groups: 4,
    apart: 0.7,
    straight: 0.08,
    acquiescent: 0.1,
    favourite: 0.1,
    byAddressee: 0.1,
  },
  "with many silences": { silent: 0.2 },
};

const USUAL: Omit<Crowd, "people"> = {
  recommendations: 18,
  toOthers: 4,
  habit: 0.8,
  noise: 1,
  tiers: 6,
  groups: 0,
  apart: 0,
  straight: 0.03,
  acquiescent: 0.03,
  favourite: 0.02,
  byAddressee: 0.02,
  silent: 0.05,
};

const point = (value: number): number => Math.min(5, Math.max(1, Math.round(value)));

/** The rows of an honest consultation. */
export function honestRows(
  given: Partial<Crowd> & { people: number },
  next: () => number,
): string[] {
  const crowd = { ...USUAL, ...given };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const places = Array.from({ length: crowd.recommendations }, (_, at) => at);
  const worth = places.map((at) => 2.6 + (2 * (at % crowd.tiers)) / Math.max(1, crowd.tiers - 1));
  const groups = Array.from({ length: crowd.groups }, () =>
    places.map(() => crowd.apart * normal()),
  );
  const liked = Math.floor(next() * places.length);
  const level = () => [5, 5, 5, 4, 4, 3, 1][Math.floor(next() * 7)]!;
  return Array.from({ length: crowd.people }, () => {
    const kind = next();
    const kinds = [crowd.straight, crowd.acquiescent, crowd.favourite, crowd.byAddressee];
    const until = kinds.map((_, at) => kinds.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
    if (kind < until[0]!) return String(level()).repeat(places.length);
    if (kind < until[1]!) return "4".repeat(places.length);
    if (kind < until[2]!) {
      const other = next() < 0.5 ? "3" : "4";
      return places.map((at) => (at === liked ? "5" : other)).join("");
    }
    if (kind < until[3]!) {
      const [first, second] = [level(), level()];
      return places.map((at) => (at < crowd.toOthers ? first : second)).join("");
    }
    const group = groups[Math.floor(next() * groups.length)];
    const own = crowd.habit * normal();
    // Some skip whatever comes after a place, as people stop.
    const stops = next() < crowd.silent ? Math.floor(next() * places.length) : places.length;
    return places
      .map((at) => {
        if (at >= stops) return "-";
        if (next() < crowd.silent) return next() < 0.5 ? "n" : "-";
        return String(point(worth[at]! + own + (group?.[at] ?? 0) + crowd.noise * normal()));
      })
      .join("");
  });
}

/** A row that pushes some recommendations up and their rivals down, and says what many say of the rest. */
export function pushedRow(honest: readonly string[], next: () => number): string {
  const mixed = honest.filter((row) => new Set(row).size > 2);
  const row = [...mixed[Math.floor(next() * mixed.length)]!.replaceAll(/[n-]/g, "3")];
  for (let pushed = 0; pushed < 3; pushed++) {
    row[Math.floor(next() * row.length)] = "5";
    row[Math.floor(next() * row.length)] = "1";
  }
  return row.join("");
}

/** A row with so many answers, drawn by chance, changed to others. */
export function varied(row: string, answers: number, next: () => number): string {
  const changed = [...row];
  for (let one = 0; one < answers; one++) {
    changed[Math.floor(next() * row.length)] = String(1 + Math.floor(next() * 5));
  }
  return changed.join("");
}

/** How often each row occurs. */
export function counted(rows: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return counts;
}

/** The five points of each recommendation. */
export const histogramsOf = (rows: readonly string[]): number[][] =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, at) => {
    const histogram = [0, 0, 0, 0, 0];
    for (const row of rows) {
      const place = Number(row[at]) - 1;
      if (place >= 0) histogram[place]! += 1;
    }
    return histogram;
  });

/** To whom each is addressed. */
export const addresseesOf = (row: string, toOthers = USUAL.toOthers): string[] =>
  [...row].map((_, at) => (at < toOthers ? "W" : "K"));

/** A campaign: ballots of one row, each with so many answers drawn anew. */
interface Campaign {
  row: string;
  answers: number;
  size: number;
  next: () => number;
}

/** Copies beyond what may be of a consultation with a campaign among it, or none, and which part of that is found. */
export function trial(
  honest: readonly string[],
  campaign: Campaign | [],
): { beyond: number; ofCampaign: number } {
  const sent = Array.isArray(campaign)
    ? []
    : Array.from({ length: campaign.size }, () =>
        varied(campaign.row, campaign.answers, campaign.next),
      );
  const rows = [...honest, ...sent];
  const published = {
    ballots: rows.length,
    histograms: histogramsOf(rows),
    addressees: addresseesOf(rows[0]!),
  };
  const excess = excessCopies(counted(rows), published, FLAGGING.clones);
  const own = new Set(sent);
  const sum = (some: Iterable<[string, number]>) =>
    [...some].reduce((all, [, beyond]) => all + beyond, 0);
  const found = sum([...excess].filter(([row]) => own.has(row)));
  return { beyond: sum(excess), ofCampaign: sent.length === 0 ? 0 : found / sent.length };
}
