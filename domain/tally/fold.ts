import { type BallotContent, canonicalContent } from "../ballot.ts";
import { BINS, type PackedRatings } from "../rating.ts";
import type { Cell, Tally } from "./tally.ts";

/** A ballot's state at one moment: nothing there, withdrawn, counted, or beyond reading. */
export type BallotState =
  | undefined
  | "withdrawn"
  | "unreadable"
  | { id: string; revision: number; content: BallotContent };

/** SHA-256 of a text, as lowercase hexadecimal digits. */
export type Digest = (text: string) => string;

/** 1 counts a ballot in, -1 counts it out. */
type Sign = 1 | -1;

const SET_HASH_MODULUS = 1n << 128n;

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
  codes: readonly string[],
  state: BallotState,
  sign: Sign,
  digest: Digest,
): void {
  if (state === undefined || state === "withdrawn") return;
  if (state === "unreadable") {
    tally.unreadable += sign;
    return;
  }
  foldContent(tally.cells[state.content.panel], codes, state.content, sign);
  const hash = setHashOf(state.id, state.revision, state.content, digest);
  tally.setHash =
    (tally.setHash + (sign === 1 ? hash : SET_HASH_MODULUS - hash)) % SET_HASH_MODULUS;
}

function foldContent(
  cell: Cell,
  codes: readonly string[],
  content: BallotContent,
  sign: Sign,
): void {
  cell.ballots += sign;
  foldPacked(cell.bins, content.ratings, sign);
  for (const code of content.first) {
    const index = codes.indexOf(code);
    if (index >= 0) cell.first[index]! += sign;
  }
}

/** The first 128 bits of the hash of one version of one ballot. */
const setHashOf = (id: string, revision: number, content: BallotContent, digest: Digest): bigint =>
  BigInt(
    `0x${digest(`kenes-set/1\0${id}\0${revision}\0${canonicalContent(content)}`).slice(0, 32)}`,
  );
