import { describe, expect, test } from "vitest";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { NEW_LIFE, type PublishedConsultation } from "../../domain/consultation/life.ts";
import { draftOf } from "../../domain/draft/draft-of.ts";
import type { ExportRequest } from "../../domain/export/request.ts";
import type { Noticed } from "../../domain/noticed.ts";
import { type Known, needsOf } from "../../domain/needs.ts";
import { ROLES } from "../../domain/organiser/role.ts";
import { KAZAKHSTAN } from "../support/world.ts";

/* What asks for an organiser today: what cannot wait first, and nothing that they may do nothing about. */

const NOW = new Date("2027-03-01T12:00:00Z");
const DAY = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY).toISOString();

const published = (
  more: Partial<Consultation> = {},
  life: Partial<PublishedConsultation["life"]> = {},
): PublishedConsultation => ({
  definition: { ...KAZAKHSTAN, opensAt: inDays(-20), closesAt: inDays(20), ...more },
  life: { ...NEW_LIFE, ...life },
});
const of = (more: Partial<Known> = {}) =>
  needsOf(
    {
      role: "owner",
      self: "anna",
      languages: undefined,
      published: published(),
      draft: undefined,
      proposals: [],
      stopped: false,
      behind: false,
      asked: undefined,
      invited: 0,
      answered: null,
      reports: 0,
      notices: [],
      ...more,
    },
    NOW,
  );
const named = (more: Partial<Known>) => of(more).map(({ need }) => need);
const DRAFT = draftOf(KAZAKHSTAN);
const lacking = (name: string) => {
  const { [name]: _, ...fields } = DRAFT.fields;
  return { ...DRAFT, fields };
};

test("nothing, while all goes by itself", () => {
  expect(of()).toEqual([]);
  expect(of({ published: published({}, { archived: true }), stopped: true, behind: true })).toEqual(
    [],
  );
});

describe("while answers are taken", () => {
  test("what has gone wrong comes first, then what somebody waits for, then the calendar", () => {
    const proposal = { act: "close" as const, by: "ben", name: "Ben", at: inDays(-1) };
    const soon = { published: published({ closesAt: inDays(2) }), invited: 5, answered: 3 };
    expect(named({ ...soon, stopped: true, behind: true, proposals: [proposal] })).toEqual([
      "stopped",
      "behind",
      "proposal",
      "closes",
      "experts-waiting",
    ]);
    expect(named({ proposals: [{ ...proposal, by: "anna" }] })).toEqual([]);
    expect(named({ ...soon, answered: null })).toEqual(["closes"]);
    expect(named({ ...soon, answered: 5 })).toEqual(["closes"]);
    expect(
      named({ published: published({ closesAt: inDays(6) }), invited: 5, answered: 3 }),
    ).toEqual(["experts-waiting"]);
    expect(named({ published: published({}, { paused: true }) })).toEqual(["paused"]);
    expect(named({ published: published({ opensAt: inDays(1) }) })).toEqual(["opens"]);
  });

  test.each(ROLES)("%s is asked for what that role may do", (role) => {
    const proposals = [{ act: "close" as const, by: "ben", name: "Ben", at: inDays(-1) }];
    const asked = { state: "failed" } as ExportRequest;
    const all = named({
      role,
      proposals,
      asked,
      published: published({ closesAt: inDays(6) }),
      invited: 5,
      answered: 1,
    });
    const expected = {
      owner: ["proposal", "export-failed", "experts-waiting"],
      editor: ["experts-waiting"],
      translator: [],
      moderator: ["experts-waiting"],
      analyst: ["export-failed"],
      viewer: [],
    };
    expect(all).toEqual(expected[role]);
  });
});

test("files of an export as long as they are there; the ballots' deletion in time", () => {
  const asked = (until: string) => ({ state: "ready", until }) as ExportRequest;
  expect(of({ asked: asked(inDays(3)) })).toEqual([{ need: "export-ready", at: inDays(3) }]);
  expect(of({ asked: asked(inDays(-1)) })).toEqual([]);
  const gone = (purgeAfterDays: number) =>
    published({ closesAt: inDays(-10), purgeAfterDays }, { archived: true });
  expect(of({ published: gone(14) })).toEqual([{ need: "purge", at: inDays(4) }]);
  expect(of({ published: gone(40) })).toEqual([]);
});

describe("a draft", () => {
  const draft = (one: Known["draft"], more: Partial<Known> = {}) =>
    of({ published: undefined, draft: one, ...more });

  test("can be opened, or lacks something, or a translation", () => {
    expect(draft(DRAFT)).toEqual([{ need: "complete" }]);
    expect(draft(DRAFT, { role: "editor" })).toEqual([]);
    expect(draft(lacking("title.en"))).toContainEqual({ need: "faults", count: 1 });
    expect(draft(lacking("title.kk"))).toContainEqual({ need: "untranslated", count: 1 });
    const changed = { ...DRAFT, fields: { ...DRAFT.fields, "title.en": "Another" } };
    expect(draft(changed)).toContainEqual({ need: "stale", count: 2 });
  });

  test("asks a translator for their own language alone, and whoever may change nothing for nothing", () => {
    const translator = (language: string) => ({
      role: "translator" as const,
      languages: [language],
    });
    expect(draft(lacking("title.kk"), translator("kk"))).toEqual([
      { need: "untranslated", count: 1 },
    ]);
    expect(draft(lacking("title.kk"), translator("ru"))).toEqual([]);
    for (const role of ["moderator", "analyst", "viewer"] as const) {
      expect(draft(lacking("title.en"), { role })).toEqual([]);
    }
  });
});

test("reports of translations when they fill their store, for whoever mends them", () => {
  expect(of({ reports: 1_599 })).toEqual([]);
  expect(of({ reports: 1_600 })).toEqual([{ need: "reports-filling", count: 1_600 }]);
  expect(of({ reports: 2_000, role: "moderator" })).toEqual([]);
});

test("what too much of came today or the day before, for whoever does something about it", () => {
  const today = NOW.toISOString().slice(0, 10);
  const notice = (kind: Noticed, day = today, band = 20) => ({ kind, day, band });
  const notices = [
    notice("wrong-invitations", today, 200),
    notice("remarks"),
    notice("wrong-invitations", inDays(-1).slice(0, 10)),
    notice("reports", inDays(-2).slice(0, 10)),
  ];
  const wrong = { need: "noticed-wrong-invitations", count: 200, day: today };
  const remarks = { need: "noticed-remarks", count: 20, day: today };
  expect(of({ notices })).toEqual([wrong, remarks]);
  expect(of({ notices, role: "translator" })).toEqual([]);
  expect(of({ notices, role: "viewer" })).toEqual([]);
});
