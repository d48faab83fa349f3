import { describe, expect, test } from "vitest";
import {
  isSaidAlready,
  type Judged,
  judgedBy,
  needsAnother,
  outcomeIn,
  readVerdict,
  STANDINGS,
  UNJUDGED,
  type Verdict,
} from "../../../domain/remark/verdict.ts";

const A = { id: "a", role: "moderator" } as const;
const B = { id: "b", role: "moderator" } as const;
const C = { id: "c", role: "moderator" } as const;
const ONE = { two: false };
const TWO = { two: true };

/** What stands after verdicts, one after the other. */
const after = (rules: typeof ONE, ...given: [typeof A | typeof B | typeof C, Verdict][]): Judged =>
  given.reduce((judged: Judged, [who, verdict]) => judgedBy(judged, verdict, who, rules), UNJUDGED);

test("one decides alone", () => {
  expect(after(ONE, [A, "accept"])).toEqual({ standing: "accepted", votes: [] });
  expect(after(ONE, [A, "insult"])).toEqual({ standing: "refused", refusal: "insult", votes: [] });
  expect(after(ONE, [A, "insult"], [B, "accept"])).toEqual({ standing: "accepted", votes: [] });
});

describe("two must say the same", () => {
  test("one alone, and the same one again, decides nothing", () => {
    expect(after(TWO, [A, "accept"]).standing).toBe("second");
    expect(after(TWO, [A, "accept"], [A, "accept"])).toEqual({
      standing: "second",
      votes: [{ by: "a", verdict: "accept" }],
    });
    expect(after(TWO, [A, "accept"], [A, "insult"]).votes).toEqual([
      { by: "a", verdict: "insult" },
    ]);
  });

  test("two agree", () => {
    expect(after(TWO, [A, "accept"], [B, "accept"])).toEqual({ standing: "accepted", votes: [] });
    expect(after(TWO, [A, "insult"], [B, "hatred"])).toMatchObject({
      standing: "refused",
      refusal: "hatred",
    });
  });

  test("two differ: a third decides, or an owner who was one of them", () => {
    const judged = after(TWO, [A, "accept"], [B, "insult"]);
    expect(judged.standing).toBe("disputed");
    expect([A, B, C].map((who) => needsAnother(judged, who))).toEqual([true, true, false]);
    expect(needsAnother(judged, { id: "a", role: "owner" })).toBe(false);
    expect(judgedBy(judged, "accept", C, TWO).standing).toBe("accepted");
  });

  test("what was decided is opened again by one, with no vote of before left", () => {
    const judged = after(TWO, [A, "accept"], [B, "accept"], [A, "insult"]);
    expect(judged).toEqual({ standing: "second", votes: [{ by: "a", verdict: "insult" }] });
  });

  test("the rule is taken back meanwhile: the next verdict decides", () => {
    expect(judgedBy(after(TWO, [A, "accept"]), "insult", A, ONE).standing).toBe("refused");
  });
});

test("nothing but accepted is told as accepted", () => {
  const told = STANDINGS.map((standing) =>
    outcomeIn({ standing, votes: [], ...(standing === "refused" && { refusal: "insult" }) }),
  );
  expect(told.map(({ state }) => state)).toEqual([
    "waiting",
    "waiting",
    "waiting",
    "accepted",
    "refused",
  ]);
});

test("a verdict that changes nothing", () => {
  expect(isSaidAlready(after(ONE, [A, "accept"]), "accept")).toBe(true);
  expect(isSaidAlready(after(ONE, [A, "insult"]), "insult")).toBe(true);
  expect(isSaidAlready(after(ONE, [A, "insult"]), "hatred")).toBe(false);
  expect(isSaidAlready(after(TWO, [A, "accept"]), "accept")).toBe(false);
});

test("verdicts are read by their names alone", () => {
  expect(readVerdict("accept")).toBe("accept");
  for (const other of ["", null, "accepted", "toString", "Insult"]) {
    expect(readVerdict(other)).toBeUndefined();
  }
});
