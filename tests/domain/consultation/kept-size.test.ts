import { expect, test } from "vitest";
import { MOST_KEPT, overfull } from "../../../domain/consultation/kept-size.ts";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { draftOf } from "../../../domain/draft/draft-of.ts";
import { openingObstacles } from "../../../domain/draft/opening.ts";
import { definitionFile } from "./definition.ts";

const OVERFULL = [{ pointer: "", fault: "overfull" }];

/** So many bytes as a text of at most so many letters, as far as they go. */
const filling = (bytes: number, letters: number): string => {
  const two = Math.max(0, Math.min(letters, bytes - letters));
  return "қ".repeat(two) + "x".repeat(Math.max(1, Math.min(bytes, letters) - two));
};

/** A definition that comes to exactly so many bytes: statements are as long as they may be, and the last fills up. */
function ofBytes(bytes: number) {
  const file = definitionFile();
  const long = "қ".repeat(800);
  const [first] = file.recommendations;
  const made = (recommendations: number, summary: string, last: string) => ({
    ...file,
    summary: { ...file.summary, en: summary },
    recommendations: Array.from({ length: recommendations }, (_, place) => ({
      ...first!,
      code: `R${place}`,
      statement: { en: long, ru: long, kk: place === recommendations - 1 ? last : long },
    })),
  });
  const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
  for (let count = 2; count <= 100; count++) {
    const rest = bytes - size(made(count, "", ""));
    if (rest < 2 || rest > 2_400 + 1_600) continue;
    const summary = filling(Math.min(rest - 1, 2_400), 1_200);
    return made(count, summary, filling(rest - size(summary) + 2, 800));
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

test.each(["plain", "қазақша", "中文", "🙂🙂", "\ud83d", '"\\n'])(
  "bytes are counted as they are stored: %j",
  (text) => {
    const of = (filled: number) => ({ text: text + "я".repeat(filled) });
    const size = (value: object) => Buffer.byteLength(JSON.stringify(value));
    const most = Math.floor((MOST_KEPT - size(of(0))) / 2);
    expect(overfull(of(most))).toEqual([]);
    expect(overfull(of(most + 1))).toEqual(OVERFULL);
  },
);
