import { type BallotContent, canonicalContent } from "../ballot.ts";
import { type Grouping, NOT_SAID } from "../groups.ts";
import { BINS, type PackedRatings, SCALE } from "../rating.ts";
import { midRanks } from "../statistics/kendall-w.ts";
import { type Cell, emptyCell, PAIR_SUMS, type PanelCell, pairPlace } from "./cell.ts";
import { type CountingPlan, segmentKey } from "./plan.ts";
import type { Tally } from "./tally.ts";

/** A ballot that is counted. */
export interface CountedBallot {
  id: string;
  revision: number;
  /** A random byte, drawn anew for each version and known to nobody: cell keys are sums of these. */
  key: number;
  content: BallotContent;
}

/** A ballot's state at one moment: nothing there, withdrawn, counted, or beyond reading. */
export type BallotState = undefined | "withdrawn" | "unreadable" | CountedBallot;

/** SHA-256 of a text, as lowercase hexadecimal digits. */
export type Digest = (text: string) => string;

/** 1 counts a ballot in, -1 counts it out. */
type Sign = 1 | -1;

const SET_HASH_MODULUS = 1n << 128n;

// Read from constants, not from the arrays each time: these are the hot loops' strides.
const BINS_IN_A_ROW = BINS.length;
const POINTS = SCALE.length;
const SUMS = PAIR_SUMS.length;

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
  const panel = tally.cells[state.content.panel];
  foldCell(panel, plan, state, sign);
  foldComparisons(panel, plan, state.content, sign);
  for (const key of segmentsOf(plan, state.content)) {
    foldCell((tally.segments[key] ??= emptyCell(plan.codes.length)), plan, state, sign);
  }
  const hash = setHashOf(state, digest);
  tally.setHash =
    (tally.setHash + (sign === 1 ? hash : SET_HASH_MODULUS - hash)) % SET_HASH_MODULUS;
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
function foldCell(cell: Cell, plan: CountingPlan, { content, key }: CountedBallot, sign: Sign) {
  const { ratings, first } = content;
  cell.ballots += sign;
  foldPacked(cell.bins, ratings, sign);
  // Bytes wrap around by themselves, which is the sum modulo 256.
  for (let index = 0, row = 0; index < ratings.length; index++, row += BINS_IN_A_ROW) {
    cell.keys[row + binOfCharacter[ratings.charCodeAt(index)]!]! += sign * key;
  }
  const chosen = first.flatMap((code) => plan.places.get(code) ?? []);
  if (chosen.length > 0) {
    cell.choosers += sign;
    cell.keys[cell.keys.length - 1]! += sign * key;
  }
  for (const place of chosen) {
    cell.first[place]! += sign;
    cell.keys[cell.bins.length + place]! += sign * key;
  }
}

/** What a panel counts besides: how recommendations compare within one ballot. */
function foldComparisons(
  cell: PanelCell,
  { codes, places }: CountingPlan,
  { panel, ratings, first, positions }: BallotContent,
  sign: Sign,
): void {
  const points = Array.from(ratings, (character) =>
    binOfCharacter[character.charCodeAt(0)]! < POINTS ? Number(character) : 0,
  );
  foldPairs(cell.pairs, points, sign);
  const chosen = first.flatMap((code) => places.get(code) ?? []).toSorted((a, b) => a - b);
  chosen.forEach((a, index) => {
    for (const b of chosen.slice(index + 1)) cell.together[pairPlace(codes.length, a, b)]! += sign;
  });
  positions.forEach((code, position) => {
    const point = points[places.get(code) ?? -1] ?? 0;
    if (point > 0 && position < codes.length) {
      cell.positions[position * POINTS + point - 1]! += sign;
    }
  });
  if (panel === "expert" && points.length > 1 && points.every((point) => point > 0)) {
    const { ranks, ties } = midRanks(points);
    cell.complete[0]! += sign;
    cell.complete[1]! += sign * ties;
    ranks.forEach((rank, index) => {
      cell.complete[2 + index]! += sign * 2 * rank;
    });
  }
}

/** Adds to the sums of every pair of which both were rated (0: not rated). */
function foldPairs(pairs: Int32Array, points: readonly number[], sign: Sign): void {
  let place = 0;
  for (let a = 0; a < points.length; a++) {
    const left = points[a]!;
    for (let b = a + 1; b < points.length; b++, place += SUMS) {
      const right = points[b]!;
      if (left === 0 || right === 0) continue;
      pairs[place]! += sign;
      pairs[place + 1]! += sign * left;
      pairs[place + 2]! += sign * right;
      pairs[place + 3]! += sign * left * right;
      if (left > right) pairs[place + 4]! += sign;
      else if (left < right) pairs[place + 5]! += sign;
    }
  }
}

/** The first 128 bits of the hash of one version of one ballot. */
const setHashOf = ({ id, revision, content }: CountedBallot, digest: Digest): bigint =>
  BigInt(
    `0x${digest(`kenes-set/1\0${id}\0${revision}\0${canonicalContent(content)}`).slice(0, 32)}`,
  );
