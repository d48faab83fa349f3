import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_KEPT, overfull } from "../../../domain/consultation/kept-size.ts";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { draftOf } from "../../../domain/draft/draft-of.ts";
import { openingObstacles } from "../../../domain/draft/opening.ts";
import { definitionFile } from "./definition.ts";

const OVERFULL = [{ pointer: "", fault: "overfull" }];

/** A definition that comes to exactly so many bytes: each text is as long as it may be, and the last fills up. */
function ofBytes(bytes: number) {
  const file = definitionFile();
  const long = "қ".repeat(800);
  const [first] = file.recommendations;
  const made = (recommendations: number, last: string) => ({
    ...file,
    recommendations: Array.from({ length: recommendations }, (_, place) => ({
      ...first!,
      code: `R${place}`,
      statement: { en: long, ru: long, kk: place === recommendations - 1 ? last : long },
    })),
  });
  const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
  for (let count = 1; count <= 100; count++) {
    const rest = bytes - size(made(count, ""));
    if (rest > 0 && rest <= 800) return made(count, "x".repeat(rest));
    if (rest > 800 && rest <= 1_600)
      return made(count, "x".repeat(1_600 - rest) + "қ".repeat(rest - 800));
  }
  throw new Error("no definition comes to so many bytes");
}

test("a definition is taken up to what can be kept, and refused beyond, though each text is right", () => {
  const read = (bytes: number) => {
    const value = ofBytes(bytes);
    expect(Buffer.byteLength(JSON.stringify(value))).toBe(bytes);
    const { faults } = { faults: [] as unknown, ...readConsultation(value) };
    return faults;
  };
  expect(read(MOST_KEPT)).toEqual([]);
  expect(read(MOST_KEPT + 1)).toEqual(OVERFULL);
});

test("the editor says so before anybody tries to open it", () => {
  const closesAt = "2026-12-31T18:00:00.000Z";
  const { faults } = { faults: undefined, ...readConsultation(ofBytes(MOST_KEPT - 100)) };
  expect(faults).toBeUndefined();
  const said = (bytes: number) => {
    const draft = draftOf({ ...ofBytes(bytes), closesAt } as never);
    return openingObstacles(draft, "open", new Date("2026-11-01T00:00:00Z")).map(
      ({ pointer, fault }) => ({ pointer, fault }),
    );
  };
  expect(said(MOST_KEPT + 500)).toContainEqual(OVERFULL[0]);
  expect(said(MOST_KEPT - 5_000)).not.toContainEqual(OVERFULL[0]);
});

test("bytes are counted as they are stored, in any script", () => {
  const nearly = "я".repeat((MOST_KEPT - 100) / 2);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const value = { text: nearly + text };
      const isMore = Buffer.byteLength(JSON.stringify(value)) > MOST_KEPT;
      expect(overfull(value)).toEqual(isMore ? OVERFULL : []);
    }),
    { numRuns: 30 },
  );
});
