import { describe, expect, test } from "vitest";
import { isNumbered, partOf, readPart } from "../../../domain/contract/part.ts";

const fault = (pointer: string, kind: string) => ({ faults: [{ pointer, fault: kind }] });

describe("which part of a list is asked for", () => {
  test.each([
    [{}, undefined],
    [{ page: "2", x: "y" }, undefined],
    [{ limit: "1" }, { limit: 1, after: undefined }],
    [
      { limit: "100", after: "7" },
      { limit: 100, after: "7" },
    ],
    [{ after: "7" }, { limit: 100, after: "7" }],
    [{ limit: "101" }, fault("/limit", "out-of-range")],
    [{ limit: "0" }, fault("/limit", "wrong-type")],
    [{ limit: "1O" }, fault("/limit", "wrong-type")],
    [{ limit: "-1" }, fault("/limit", "wrong-type")],
    [{ limit: "1.5" }, fault("/limit", "wrong-type")],
    [{ limit: "" }, fault("/limit", "wrong-type")],
    [{ limit: "1e2" }, fault("/limit", "wrong-type")],
    [{ limit: "9".repeat(40) }, fault("/limit", "wrong-type")],
    [{ after: "x" }, fault("/after", "not-allowed")],
    [{ after: "" }, fault("/after", "not-allowed")],
    [
      { limit: "x", after: "x" },
      {
        faults: [...fault("/limit", "wrong-type").faults, ...fault("/after", "not-allowed").faults],
      },
    ],
  ])("%j", (query, expected) => {
    expect(readPart(query, isNumbered)).toEqual(expected);
  });
});

test("a part ends where there is no more", () => {
  const of = { limit: 2, after: undefined };
  expect(partOf([1, 2, 3], of)).toEqual({ part: [1, 2], last: 2 });
  expect(partOf([1, 2], of)).toEqual({ part: [1, 2], last: undefined });
  expect(partOf([], of)).toEqual({ part: [], last: undefined });
});
