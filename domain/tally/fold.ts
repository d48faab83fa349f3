import { type BallotContent, canonicalContent } from "../ballot.ts";
import { type Grouping, NOT_SAID } from "../groups.ts";
import { BINS, type PackedRatings } from "../rating.ts";
import { type Cell, emptyCell } from "./cell.ts";
import { type CountingPlan, segmentKey } from "./plan.ts";
import { addHash } from "./set-hash.ts";
import type { Tally } from "./tally.ts";

/** A ballot that is counted. */
export interface CountedBallot {
  id: string;
  revision: number;
  /** What it says now: the last release counts this. */
  content: BallotContent;
  /** What the releases before that count, where it is another: its second version (`ballot.ts`). */
  earlier?: BallotContent | undefined;
}

/** A ballot's state at one moment: nothing there, withdrawn, counted, or beyond reading. */
export type BallotState = undefined | "withdrawn" | "unreadable" | CountedBallot;

/** SHA-256 of a text, as 32 bytes. */
export type Digest = (text: string) => Uint8Array;

/** 1 counts a ballot in, -1 counts it out. */
type Sign = 1 | -1;

// Read from a constant, not from the array each time: this is the hot loop's stride.
const BINS_IN_A_ROW = BINS.length;

const binOfCharacter = new Int8Array(128).fill(-1);
BINS.forEach((character, bin) => {
  binOfCharacter[character.charCodeAt(0)] = bin;
});

/** Counts one packed ballot in or out. The hot loop of every recount: no allocation, no branches. */
export function foldPacked(bins: Int32Array, ratings: PackedRatings, sign: Sign): void {
  for (let index = 0, row = 0; index < ratings.length; index++, row += BINS_IN_A_ROW) {
    bins[row + binOfCharacter[ratings.charCodeAt(index)]!]! += sign;
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
  for (const key of segmentsOf(plan, content)) {
    tally.segments[key] = (tally.segments[key] ?? 0) + sign;
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
  content.panel === "expert"
    ? []
    : plan.groupings.map((grouping) => {
        const question = grouping.code;
        const key = segmentKey({ question, option: optionOf(grouping, content) ?? NOT_SAID });
        return plan.keys.has(key) ? key : segmentKey({ question, option: NOT_SAID });
      });

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

/** What is hashed of one version of one ballot: all that it says, whichever release counts it. */
const hashed = ({ id, revision, content, earlier }: CountedBallot): string =>
  `kenes-set/2\0${id}\0${revision}\0${canonicalContent(content)}${
    earlier === undefined ? "" : `\0${canonicalContent(earlier)}`
  }`;
