import { deflateRawSync, inflateRawSync } from "node:zlib";
import { PANELS } from "../../domain/ballot/ballot.ts";
import { type Cell, emptyCell } from "../../domain/tally/cell.ts";
import { emptySetHash } from "../../domain/tally/set-hash.ts";
import type { Tally, Watermark } from "../../domain/tally/tally.ts";

/**
 * A tally as compressed bytes: what one commit costs follows from their length. Numbers of variable
 * length, since most counts are small and any may be below zero while shards are read out of order.
 */
export function packTally(tally: Tally): Uint8Array {
  const bytes: number[] = [];
  const number = (value: number) => writeNumber(bytes, BigInt(value));
  const text = (value: string) => {
    const encoded = Buffer.from(value, "utf8");
    number(encoded.length);
    bytes.push(...encoded);
  };
  const list = <Item>(items: readonly Item[], write: (item: Item) => void) => {
    number(items.length);
    items.forEach(write);
  };
  number(tally.epoch);
  number(tally.unreadable);
  bytes.push(...new Uint8Array(tally.setHash.slice().buffer));
  list(Object.entries(tally.watermarks), ([shard, { sequence, goneSince }]) => {
    text(shard);
    // Some begin with zeros, and none may get lost: the stream wants its own text back.
    number(sequence.length);
    writeNumber(bytes, BigInt(sequence));
    number(goneSince === undefined ? 0 : Date.parse(goneSince));
  });
  number(tally.cells.public.first.length);
  for (const panel of PANELS) {
    const { ballots, choosers, bins, first } = tally.cells[panel];
    for (const value of [ballots, choosers, ...bins, ...first]) number(value);
  }
  list(Object.keys(tally.segments), text);
  for (const count of Object.values(tally.segments)) number(count);
  return deflateRawSync(Uint8Array.from(bytes), { level: 9 });
}

/** The reverse of {@link packTally}. Throws for bytes that are not exactly one tally. */
export function unpackTally(packed: Uint8Array): Tally {
  const bytes = inflateRawSync(packed);
  let at = 0;
  const whole = () => {
    const [value, next] = readNumber(bytes, at);
    at = next;
    return value;
  };
  const number = () => Number(whole());
  const take = (length: number) => bytes.subarray(at, (at += length));
  const text = () => take(number()).toString("utf8");
  const list = <Item>(read: () => Item) => Array.from({ length: number() }, read);
  const epoch = number();
  const unreadable = number();
  const setHash = emptySetHash();
  new Uint8Array(setHash.buffer).set(take(setHash.byteLength));
  const watermarks = list((): [string, Watermark] => {
    const shard = text();
    const length = number();
    const sequence = String(whole()).padStart(length, "0");
    const gone = number();
    return [shard, { sequence, ...(gone !== 0 && { goneSince: new Date(gone).toISOString() }) }];
  });
  const recommendations = number();
  const cell = (): Cell => {
    const empty = emptyCell(recommendations);
    const [ballots, choosers] = [number(), number()];
    return {
      ballots,
      choosers,
      bins: empty.bins.map(number),
      first: empty.first.map(number),
    };
  };
  const cells = { public: cell(), expert: cell() };
  const keys = list(text);
  const segments = Object.fromEntries(keys.map((key) => [key, number()]));
  if (at !== bytes.length) throw new RangeError("the bytes do not end with the tally");
  return {
    epoch,
    watermarks: Object.fromEntries(watermarks),
    cells,
    segments,
    unreadable,
    setHash,
  };
}

/** Seven bits a byte, the lowest first; the sign in the lowest bit. */
function writeNumber(bytes: number[], value: bigint): void {
  let rest = value < 0n ? -2n * value - 1n : 2n * value;
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
}

function readNumber(bytes: Uint8Array, from: number): [bigint, number] {
  let [value, shift, at] = [0n, 0n, from];
  for (;;) {
    const byte = bytes[at++];
    if (byte === undefined) throw new RangeError("the bytes end within a number");
    value |= BigInt(byte & 127) << shift;
    shift += 7n;
    if (byte < 128) break;
  }
  return [value & 1n ? -((value + 1n) / 2n) : value / 2n, at];
}
