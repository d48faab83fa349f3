import type { BallotContent } from "../ballot/ballot.ts";
import { type Grouping, NOT_SAID } from "../consultation/groupings.ts";
import { BINS, type PackedRatings } from "../ballot/rating.ts";
import type { Seen } from "../ballot/seen.ts";
import { type Cell, emptyCell } from "./cell.ts";
import { type CountedGrouping, type CountingPlan, segmentKey } from "./plan.ts";
import { addHash } from "./set-hash.ts";
import type { Tally } from "./tally.ts";

/**
 * The version of what is counted, which stands in every tally. Raise it when a ballot comes to be counted
 * otherwise, or more of it: a tally of an earlier version is then rebuilt from the ballots, and an earlier program does not
 * count into one of this version.
 */
export const COUNTING = 1;

/** A ballot that is counted. */
export interface CountedBallot {
  id: string;
  revision: number;
  /** What it says now: the last release counts this. */
  content: BallotContent;
  /** What the releases before that count, where it is another: its second version (`ballot.ts`). */
  earlier?: BallotContent | undefined;
  /** What was seen when each of the two was saved; left out: nothing. Counted in flags alone. */
  seen?: Seen | undefined;
  seenEarlier?: Seen | undefined;
}

/** A ballot's state at one moment: nothing there, withdrawn, counted, or beyond reading. */
export type BallotState = undefined | "withdrawn" | "unreadable" | CountedBallot;

/** SHA-256 of a text, as 32 characters of one byte each: a string is made faster than an array. */
export type Digest = (text: string) => string;

/** 1 counts a ballot in, -1 counts it out. */
type Sign = 1 | -1;

// Read from a constant, not from the array each time: this is the hot loop's stride.
const BINS_IN_A_ROW = BINS.length;

const binOfCharacter = new Int8Array(128).fill(-1);
BINS.forEach((character, bin) => {
  binOfCharacter[character.charCodeAt(0)] = bin;
});

/**
 * Counts a packed ballot in so many times, −1 for out. The hot loop of every recount: no allocation, no
 * branches.
 */
export function foldPacked(bins: Int32Array, ratings: PackedRatings, times: number): void {
  for (let index = 0, row = 0; index < ratings.length; index++, row += BINS_IN_A_ROW) {
    bins[row + binOfCharacter[ratings.charCodeAt(index)]!]! += times;
  }
}

/**
 * Adds `f(state)` to the tally, or takes it away. Total by design: what cannot be read is counted
 * as unreadable, so that one malformed record never stops the counting of the others.
 */
export function foldState(
  tally: Tally,
  plan: CountingPlan,
  state: BallotState,
  sign: Sign,
  digest: Digest,
): void {
  if (state === undefined || state === "withdrawn") return;
  if (state === "unreadable") {
    tally.unreadable += sign;
    return;
  }
  const content = state.earlier ?? state.content;
  foldCell(tally.cells[content.panel], plan, content, sign);
  if (content.panel === "public") {
    for (const grouping of plan.groupings) {
      const key = segmentOf(grouping, content);
      tally.segments[key] = (tally.segments[key] ?? 0) + sign;
    }
  }
  addHash(tally.setHash, digest(hashed(state)), sign);
}

/** What a release of a milestone counts: the panels, and each segment's ratings. */
export interface MilestoneCounts {
  cells: Tally["cells"];
  segments: Record<string, Cell>;
}

export const emptyMilestone = (plan: CountingPlan): MilestoneCounts => ({
  cells: { public: emptyCell(plan.codes.length), expert: emptyCell(plan.codes.length) },
  segments: Object.fromEntries(
    plan.segments.map((one) => [segmentKey(one), emptyCell(plan.codes.length)]),
  ),
});

/** Counts a ballot into a milestone: the last one (`final`) counts what each ballot says now. */
export function foldMilestone(
  counts: MilestoneCounts,
  plan: CountingPlan,
  state: BallotState,
  final: boolean,
): void {
  if (typeof state !== "object") return;
  const content = final ? state.content : (state.earlier ?? state.content);
  foldCell(counts.cells[content.panel], plan, content, 1);
  for (const key of segmentsOf(plan, content)) foldCell(counts.segments[key]!, plan, content, 1);
}

/** The segments that a ballot belongs to, one for each grouping. Experts belong to none. */
export const segmentsOf = (plan: CountingPlan, content: BallotContent): string[] =>
  content.panel === "expert" ? [] : plan.groupings.map((grouping) => segmentOf(grouping, content));

const segmentOf = (grouping: CountedGrouping, content: BallotContent): string =>
  grouping.names.get(optionOf(grouping, content) ?? NOT_SAID) ?? grouping.otherwise;

/** What a ballot says to one grouping. Not by its name: an older definition may ask for a `channel`. */
const optionOf = ({ code, by }: Grouping, content: BallotContent): string | undefined =>
  by === "about" ? content.about[code] : content[by];

/** What every group counts of a ballot. */
function foldCell(cell: Cell, plan: CountingPlan, { ratings, first }: BallotContent, sign: Sign) {
  cell.ballots += sign;
  foldPacked(cell.bins, ratings, sign);
  let chosen = 0;
  for (const code of first) {
    const place = plan.places.get(code);
    if (place === undefined) continue;
    cell.first[place]! += sign;
    chosen += 1;
  }
  if (chosen > 0) cell.choosers += sign;
}

/**
 * What is hashed of one version of one ballot: all that any release counts of it. Ends of lines and
 * spaces stand between what could run into each other; none of it holds one.
 */
const hashed = ({ id, revision, content, earlier }: CountedBallot): string =>
  `kenes-set/2\n${id}${said(content, revision)}${earlier === undefined ? "" : said(earlier, 0)}`;

// First choices stay in their order: one version of a ballot has one, wherever it is read. Short parts
// are joined first, since long strings are joined as trees, which it takes time to hash.
function said({ panel, language, ratings, first, channel, about }: BallotContent, of: number) {
  let short = `\n${of} ${panel} ${language} ${channel ?? ""}\n`;
  for (const code of first) short += ` ${code}`;
  for (const question of ordered(Object.keys(about))) short += `\n${question} ${about[question]}`;
  return `\n${ratings}${short}`;
}

/** A few words in their order; for so few this is much faster than `sort`. Changes the given array. */
function ordered(words: string[]): string[] {
  for (let next = 1; next < words.length; next++) {
    const word = words[next]!;
    let place = next;
    for (; place > 0 && words[place - 1]! > word; place--) words[place] = words[place - 1]!;
    words[place] = word;
  }
  return words;
}
