import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BINS,
  isPacked,
  NO_OPINION,
  packRatings,
  type Rating,
  SCALE,
  unpackRatings,
} from "../../../domain/ballot/rating.ts";

const codes = ["W1", "W2", "K1", "K2", "K10"];
const rating = fc.constantFrom<Rating>(...SCALE, NO_OPINION);
const ratings = fc.dictionary(fc.constantFrom(...codes), rating, { noNullPrototype: true });

describe("packed ratings", () => {
  test("stand in catalogue order, one character each, with no opinion apart from skipped", () => {
    expect(packRatings(codes, { K10: 1, W1: 5, K1: "no-opinion" })).toBe("5-n-1");
  });

  test("of nobody are all skipped", () => {
    expect(packRatings(codes, {})).toBe("-----");
    expect(unpackRatings(codes, "-----")).toEqual({});
  });

  test("tell what was packed", () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const packed = packRatings(codes, given);
        expect(isPacked(packed, codes.length)).toBe(true);
        expect(unpackRatings(codes, packed)).toEqual(given);
      }),
    );
  });

  test("pack again to the same text", () => {
    const text = fc.array(fc.constantFrom(...BINS), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(text, (bins) => {
        const packed = bins.join("");
        expect(packRatings(codes, unpackRatings(codes, packed))).toBe(packed);
      }),
    );
  });

  test("have one bin for each point, in order, then no opinion, then skipped", () => {
    expect(BINS.join("")).toBe("12345n-");
  });
});

describe("a stored text is no packing when it", () => {
  test.each([
    ["is too short", "12345n"],
    ["is too long", "12345n--"],
    ["holds a 0", "0------"],
    ["holds a 6", "6------"],
    ["holds a capital N", "N------"],
    ["ends in a line break", "------\n"],
    ["holds an Arabic digit", "\u0661------"],
    ["is no text", 1_234_567],
    ["is nothing", undefined],
  ])("%s", (_, text) => {
    expect(isPacked(text, 7)).toBe(false);
  });

  test("is a list that would be written like one", () => {
    expect(isPacked(["5"], 1)).toBe(false);
  });

  test("while one of the right length and characters is one", () => {
    expect(isPacked("12345n-", 7)).toBe(true);
    expect(isPacked("", 0)).toBe(true);
  });
});
