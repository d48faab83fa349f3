import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addHash,
  emptySetHash,
  type SetHash,
  setHashText,
} from "../../../domain/tally/set-hash.ts";
import { digest } from "./arbitrary-state.ts";

/** Whatever a hash may be, ends of words and of the whole among them. */
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 32, maxLength: 32 }),
  fc.constantFrom(0, 255, 1, 128).map((byte) => new Uint8Array(32).fill(byte)),
);
const hash = bytes.map((all) => String.fromCharCode(...all));
const change = fc.record({ hash, sign: fc.constantFrom(1 as const, -1 as const) });
const changes = fc.array(change, { maxLength: 30 });

type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

const sumOf = (all: readonly Change[], sum: SetHash = emptySetHash()): SetHash => {
  for (const one of all) addHash(sum, one.hash, one.sign);
  return sum;
};

/** The same by whole numbers of any size: the first sixteen bytes, the lowest first. */
const reference = (all: readonly Change[]): bigint =>
  all.reduce((sum, { hash, sign }) => {
    const digits = Array.from(hash.slice(0, 16), (one) => one.charCodeAt(0).toString(16));
    const value = digits.toReversed().map((two) => two.padStart(2, "0"));
    return BigInt.asUintN(128, sum + BigInt(sign) * BigInt(`0x${value.join("")}`));
  }, 0n);

const text = (value: bigint) => value.toString(16).padStart(32, "0");

describe("the sum of hashes", () => {
  test("is the one that whole numbers of any size give, modulo 2^128", () => {
    fc.assert(
      fc.property(changes, (all) => {
        expect(setHashText(sumOf(all))).toBe(text(reference(all)));
      }),
    );
  });

  test("does not depend on the order, and what goes in and out again leaves nothing", () => {
    const shuffled = changes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const sum = sumOf(one);
        expect(sum).toEqual(sumOf(other));
        const back = other.map(({ hash, sign }) => ({ hash, sign: sign === 1 ? -1 : 1 }) as const);
        expect(sumOf(back, sum)).toEqual(emptySetHash());
      }),
    );
  });

  test("takes the first half of a hash, of which SHA-256 of a text is one", () => {
    const sum = sumOf([{ hash: digest("abc"), sign: 1 }]);
    // SHA-256 of "abc" begins ba7816bf 8f01cfea 414140de 5dae2223 (FIPS 180-4).
    expect(setHashText(sum)).toBe("2322ae5dde404141eacf018fbf1678ba");
  });
});
