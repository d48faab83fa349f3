import { expect, test } from "vitest";
import { countsChange, moderationTold, type TextCounts } from "../../../domain/remark/counts.ts";
import { type Moderated, withoutWriter, withWriter } from "../../../domain/remark/moderated.ts";
import { REFUSAL_REASONS } from "../../../domain/remark/remark.ts";
import { expertsAreTold, toldCount } from "../../../domain/remark/told.ts";
import { type Judged, STANDINGS } from "../../../domain/remark/verdict.ts";

const SAID = { code: "K3", language: "en", text: "More", hash: "00" };
const PUBLIC = { panel: "public", publish: true } as const;
const EXPERT = { panel: "expert", publish: false } as const;

test("who comes and goes is counted by panel and consent, and the last one takes the text along", () => {
  const one = withWriter(SAID, undefined, PUBLIC);
  const two = withWriter({ ...SAID, text: "MORE" }, one, EXPERT);
  expect(two).toMatchObject({
    text: "More",
    people: { public: 1, expert: 1 },
    consenting: { public: 1, expert: 0 },
    standing: "waiting",
  });
  expect(withoutWriter(two, EXPERT)).toEqual(one);
  expect(withoutWriter(one, PUBLIC)).toBeUndefined();
});

test("whatever happens to texts, the changes add up to what there is", () => {
  let seed = 7;
  const below = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
  const texts: (Moderated | undefined)[] = [undefined, undefined, undefined];
  const sums = new Map<string, number>();
  for (let step = 0; step < 2_000; step++) {
    const place = below(3);
    const before = texts[place];
    const standing = STANDINGS[below(STANDINGS.length)]!;
    const judged: Judged = {
      standing,
      votes: [],
      refusal: standing === "refused" ? REFUSAL_REASONS[below(REFUSAL_REASONS.length)]! : undefined,
    };
    const after = [
      () => withWriter(SAID, before, below(2) === 0 ? PUBLIC : EXPERT),
      () => before && { ...before, ...judged },
      () => before && withoutWriter(before, before.people.expert > 0 ? EXPERT : PUBLIC),
    ][below(3)]!();
    for (const [what, by] of countsChange(before, after)) {
      sums.set(what, (sums.get(what) ?? 0) + by);
    }
    texts[place] = after;
  }
  const now = new Map<string, number>();
  for (const text of texts) {
    for (const [what, by] of countsChange(undefined, text))
      now.set(what, (now.get(what) ?? 0) + by);
  }
  expect(Object.fromEntries([...sums].filter(([, sum]) => sum !== 0))).toEqual(
    Object.fromEntries(now),
  );
});

const COUNTS: TextCounts[] = [
  {
    code: "K3",
    language: "en",
    counts: { waiting: 4, accepted: 3, refused: 1, insult: 1, people: 9 },
  },
  { code: "K4", language: "kk", counts: { waiting: 3, second: 1, disputed: 1, people: 14 } },
];

test("what moderators did is told exactly, how many wrote in steps from ten", () => {
  const told = moderationTold(COUNTS, false);
  expect(told).toMatchObject({ accepted: 3, refused: 1, waiting: undefined });
  expect(told.reasons.find(({ reason }) => reason === "insult")?.texts).toBe(1);
  expect(told.languages).toEqual([{ language: "kk", people: 10 }]);
});

test("among people at risk nothing is told of fewer than ten, but that there is none", () => {
  const told = moderationTold(COUNTS, true);
  expect(told).toMatchObject({ accepted: undefined, refused: undefined });
  expect(told.reasons.find(({ reason }) => reason === "hatred")?.texts).toBe(0);
});

test("a number of people is told from ten on, in steps of five", () => {
  expect([0, 9, 10, 14, 15, 104].map(toldCount)).toEqual([undefined, undefined, 10, 10, 15, 100]);
});

test("experts are told apart where a release tells of ten, or of as many as its rules ask", () => {
  const of = (expert: number | null, base: number) =>
    expertsAreTold({ ballots: { expert }, rules: { base } });
  expect([of(10, 10), of(10, 3), of(29, 30), of(30, 30)]).toEqual([true, true, false, true]);
  expect([of(9, 3), of(null, 10), expertsAreTold(undefined)]).toEqual([false, false, false]);
});
