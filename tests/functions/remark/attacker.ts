/**
 * Somebody who has the whole database, and asks of each remark whose ballot it belongs to. They even know the day
 * and the panel of each author, so that everything they gain is gained by joining.
 */
import { sha256 } from "../../../functions/secrets.ts";

/** A row of the file: its key, its attributes, and the number that grows with each write. */
export interface Row {
  id: string;
  attributes: Record<string, string>;
  written: number;
}

/** A remark in the pool with the ballots among which its author's is, that one first. */
export interface Riddle {
  remark: Row;
  ballots: readonly Row[];
}

/** Which of the ballots a remark may belong to, by one way of looking. */
type Guess = (remark: Row, ballots: readonly Row[]) => Row[];

const ORDERS: Record<string, (row: Row) => number | string> = {
  "the order of writing": ({ written }) => written,
  "the order of keys": ({ id }) => id,
};

/** Places from 0 to 1 in an order. */
function places(rows: readonly Row[], by: (row: Row) => number | string): Map<Row, number> {
  const sorted = rows.toSorted((a, b) => (by(a) < by(b) ? -1 : 1));
  return new Map(sorted.map((row, at) => [row, (at + 0.5) / sorted.length]));
}

/** How near in an order a ballot must be to be suspected, as a part of all. */
const NEAR = 0.13;

/** Every way of looking: attributes that are alike, keys made from keys, and orders that run alike. */
function looks(riddles: readonly Riddle[]): Map<string, Guess> {
  const all = new Map<string, Guess>();
  const names = (rows: readonly Row[]) => [
    ...new Set(rows.flatMap(({ attributes }) => Object.keys(attributes))),
  ];
  const remarks = riddles.map(({ remark }) => remark);
  const ballots = riddles.flatMap((one) => one.ballots);
  for (const mine of names(remarks)) {
    for (const theirs of names(ballots)) {
      all.set(`${mine} as ${theirs}`, (remark, among) =>
        among.filter((one) => one.attributes[theirs] === remark.attributes[mine]),
      );
    }
  }
  const hashes: Record<string, (id: string) => string> = {
    itself: (id) => id,
    "its hash": sha256,
    "the hash of its bytes": (id) => sha256(Buffer.from(id, "hex").toString("binary")),
  };
  for (const [name, hash] of Object.entries(hashes)) {
    all.set(`the key as ${name}`, (remark, among) =>
      among.filter(({ id }) => hash(id) === remark.id || hash(remark.id) === id),
    );
    all.set(`the first digit of the key as of ${name}`, (remark, among) =>
      among.filter(({ id }) => hash(id)[0] === remark.id[0]),
    );
  }
  for (const [mine, ofRemark] of Object.entries(ORDERS)) {
    for (const [theirs, ofBallot] of Object.entries(ORDERS)) {
      // Remarks of one day and panel stand among themselves as their authors' ballots may.
      all.set(`${mine} as ${theirs}`, (remark, among) => {
        const own = riddles.filter((one) => sameGroup(one.ballots, among)).map((one) => one.remark);
        const at = places(own, ofRemark).get(remark)!;
        const theirPlaces = places(among, ofBallot);
        return among.filter((one) => Math.abs(theirPlaces.get(one)! - at) <= NEAR);
      });
    }
  }
  return all;
}

const sameGroup = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/**
 * How many times as often the best look finds the author as guessing among all ballots of the day and
 * panel does, on average over all remarks: 1 is guessing. Who suspects nobody guesses among all.
 */
export function gains(riddles: readonly Riddle[]): [look: string, gain: number][] {
  const guessing = riddles.reduce((sum, { ballots }) => sum + 1 / ballots.length, 0);
  return [...looks(riddles)]
    .map(([look, guess]): [string, number] => {
      const found = riddles.reduce((sum, { remark, ballots }) => {
        const suspected = guess(remark, ballots);
        const among = suspected.length === 0 ? ballots : suspected;
        return sum + (among.includes(ballots[0]!) ? 1 / among.length : 0);
      }, 0);
      return [look, found / guessing];
    })
    .toSorted(([, a], [, b]) => b - a);
}
