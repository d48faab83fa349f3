import { describe, expect, test } from "vitest";
import {
  afterStep,
  NEW_LIFE,
  type PublishedConsultation,
} from "../../../domain/consultation/life.ts";
import { type Counted, purgeState, purgeWait } from "../../../domain/consultation/purge.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

const CLOSES = "2027-03-01T12:00:00.000Z";
const DUE = "2027-03-31T12:00:00.000Z";
const before = (iso: string) => new Date(Date.parse(iso) - 1);

const of = (
  definition: Partial<PublishedConsultation["definition"]> = {},
  life: Partial<PublishedConsultation["life"]> = {},
): PublishedConsultation => ({
  definition: { ...KAZAKHSTAN, closesAt: CLOSES, purgeAfterDays: 30, ...definition },
  life: { ...NEW_LIFE, archived: true, ...life },
});
const without = (name: "closesAt" | "purgeAfterDays"): PublishedConsultation => {
  const { [name]: _, ...definition } = of().definition;
  return { definition, life: of().life };
};
const COUNTED: Counted = {
  any: true,
  final: true,
  stopped: false,
  recount: { at: "2027-03-02T00:00:00.000Z", differences: 0 },
};
const wait = (published: PublishedConsultation, counted: Partial<Counted> = {}, at = DUE) =>
  purgeWait(published, { ...COUNTED, ...counted }, new Date(at));

describe("the deletion begins", () => {
  test("on its day, once archived, with all confirmed; and not before", () => {
    expect(wait(of())).toBeUndefined();
    expect(purgeWait(of(), COUNTED, before(DUE))).toBe("too-early");
    expect(wait(of({}, { archived: false }))).toBe("not-archived");
  });

  test("never by itself where no days were set, nor without an end", () => {
    expect(wait(without("purgeAfterDays"))).toBe("never");
    expect(wait(without("closesAt"))).toBe("never");
  });

  test("not while anything is left that only the ballots could tell", () => {
    expect(wait(of(), { final: false })).toBe("not-confirmed");
    expect(wait(of(), { stopped: true })).toBe("not-confirmed");
    expect(wait(of(), { recount: undefined })).toBe("not-confirmed");
    expect(wait(of(), { recount: { at: DUE, differences: 1 } })).toBe("not-confirmed");
    // One before the end says nothing of what came after it.
    expect(wait(of(), { recount: { at: CLOSES, differences: 0 } })).toBe("not-confirmed");
    // Where nobody answered there is no release to wait for.
    expect(wait(of(), { any: false, final: false })).toBeUndefined();
  });
});

test("what is told of it at each moment", () => {
  const at = (published: PublishedConsultation, iso: string) =>
    purgeState(published, new Date(iso));
  expect(at(without("purgeAfterDays"), DUE)).toEqual({ state: "never" });
  expect(at(without("closesAt"), DUE)).toEqual({ state: "days", days: 30 });
  expect(purgeState(of(), before(DUE))).toEqual({ state: "planned", at: DUE });
  expect(at(of(), DUE)).toEqual({ state: "due", at: DUE });
  const running = of({}, { purge: { begun: DUE } });
  expect(at(running, DUE)).toEqual({ state: "running", at: DUE });
  const done = of({}, { purge: { begun: DUE, done: "2027-04-01T00:00:00.000Z" } });
  expect(at(done, DUE)).toEqual({ state: "done", at: "2027-04-01T00:00:00.000Z" });
});

test("putting it back in the list does not hide that the ballots are gone", () => {
  const purge = { begun: DUE, done: DUE };
  const restored = afterStep("restore", of({}, { purge }), undefined, new Date(DUE));
  expect(restored?.life).toEqual({ paused: false, archived: false, purge });
});
