import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { councilOf, type Recorded } from "../../../domain/council/council.ts";
import { ledgerOf } from "../../../domain/ledger/ledger.ts";
import type { Answer } from "../../../domain/response/entry.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

const TODAY = "2027-06-01";

interface Given extends Partial<
  Pick<Consultation, "id" | "languages" | "organiser" | "addressees">
> {
  since?: string | undefined;
  entries?: readonly Answer[];
  madeUp?: boolean;
}

const recorded = ({
  since = "2027-01-01",
  entries = [],
  madeUp = false,
  ...more
}: Given): Recorded => {
  const definition = { ...KAZAKHSTAN, id: "one", ...more };
  const { addressees, recommendations } = { ...KAZAKHSTAN, ...more };
  const ledger = ledgerOf({
    consultation: { addressees, recommendations },
    release: undefined,
    firstReleasedOn: since,
    entries,
    today: TODAY,
    by: "public",
  });
  return { definition, ledger, madeUp };
};

const answer = (number: number, recommendation: string, more: Partial<Answer> = {}): Answer => ({
  kind: "answer",
  number,
  at: "2027-02-01T10:00:00Z",
  by: "organiser",
  recommendation,
  addressee: recommendation[0]!,
  status: "accepted",
  day: "2027-01-11",
  statement: { en: "Yes." },
  original: "en",
  evidence: [],
  ...more,
});

const find = (all: ReturnType<typeof councilOf>, code: string) =>
  all.filter(({ asked }) => asked.some((one) => one.code === code));

describe("the council", () => {
  test("counts what is answered, how long all waited, and what waits longest", () => {
    const entries = [
      answer(1, "W1"),
      answer(2, "W2", { status: "rejected", day: "2027-01-21", promised: "2027-03-01" }),
      answer(3, "W3", { status: "acknowledged" }),
    ];
    const [west] = find(councilOf([recorded({ entries })]), "W");
    expect(west).toMatchObject({
      recommendations: 4,
      answered: 2,
      madeUp: false,
      // 10, 20, 151 and 151 days.
      medianDays: 85.5,
      longest: { days: 151, waiting: [{ consultation: "one", codes: ["W3", "W4"] }] },
      passed: [{ consultation: "one", codes: ["W2"] }],
    });
  });

  test("of whoever answered everything tells no silence, and puts them last", () => {
    const entries = ["W1", "W2", "W3", "W4"].map((code, place) => answer(place + 1, code));
    const all = councilOf([recorded({ entries })]);
    expect(all.map(({ longest }) => longest?.days)).toEqual([151, undefined]);
    expect(all[1]).toMatchObject({ answered: 4, medianDays: 10, passed: [] });
  });

  test("begins with the first release: before it nobody is silent", () => {
    expect(
      councilOf([
        recorded({}),
        { ...recorded({}), ledger: { ...recorded({}).ledger, since: undefined } },
      ]),
    ).toHaveLength(2);
    expect(councilOf([])).toEqual([]);
  });

  test("adds up what the same asker calls by the same code and name", () => {
    const two = councilOf([
      recorded({ id: "one" }),
      recorded({
        id: "two",
        since: "2027-04-01",
        entries: [answer(1, "K1", { day: "2027-04-02" })],
      }),
    ]);
    expect(two).toHaveLength(2);
    const [kazakhstan] = find(two, "K");
    expect(kazakhstan).toMatchObject({
      recommendations: 28,
      answered: 1,
      asked: [
        { consultation: "one", code: "K" },
        { consultation: "two", code: "K" },
      ],
    });
    expect(kazakhstan!.longest!.waiting).toHaveLength(1);
  });

  const name = KAZAKHSTAN.addressees.find(({ code }) => code === "K")!.name;
  const called = (other: Partial<Record<string, string>>) =>
    KAZAKHSTAN.addressees.map((one) =>
      one.code === "K" ? { ...one, name: { ...name, ...other } as typeof name } : one,
    );
  const asker = KAZAKHSTAN.organiser!;

  test.each<[string, Given]>([
    ["has another name", { addressees: called({ en: "The government of another country" }) }],
    ["is asked by somebody else", { organiser: { ...asker, name: { en: "Somebody else" } } }],
    ["is asked by nobody who is named", { organiser: undefined }],
    ["is named in another original", { languages: ["ru", "en", "kk"] }],
    ["was made up", { madeUp: true }],
  ])("keeps apart whoever %s", (_, more) => {
    const two = councilOf([recorded({ id: "one" }), recorded({ id: "two", ...more })]);
    expect(find(two, "K")).toHaveLength(2);
  });

  test("does not take two unnamed askers for one, nor another code for the same", () => {
    const nobody = { organiser: undefined };
    expect(
      find(
        councilOf([recorded({ id: "one", ...nobody }), recorded({ id: "two", ...nobody })]),
        "K",
      ),
    ).toHaveLength(2);
    const addressees = KAZAKHSTAN.addressees.map((one) =>
      one.code === "K" ? { ...one, name: KAZAKHSTAN.addressees[0]!.name } : one,
    );
    // One consultation in which two codes have one name.
    expect(councilOf([recorded({ addressees })])).toHaveLength(2);
  });

  test("is in the same order each time", () => {
    const all = [
      recorded({ id: "b", organiser: undefined }),
      recorded({ id: "a", organiser: undefined }),
    ];
    expect(councilOf(all)).toEqual(councilOf(all.toReversed()));
  });
});
