import { describe, expect, test } from "vitest";
import { momentAt, wallClock } from "../../../domain/consultation/time-zone.ts";
import { applyChange, type Change } from "../../../domain/draft/change.ts";
import { readCommand } from "../../../domain/draft/command.ts";
import { definitionOf } from "../../../domain/draft/definition-of.ts";
import { draftOf } from "../../../domain/draft/draft-of.ts";
import {
  type Draft,
  emptyDraft,
  keysOf,
  languagesOf,
  valueOf,
} from "../../../domain/draft/draft.ts";
import { fieldsWith } from "../../../domain/draft/find.ts";
import { markOf } from "../../../domain/draft/mark.ts";
import { READY_QUESTIONS } from "../../../domain/draft/ready-question.ts";
import { withStandIns } from "../../../domain/draft/stand-in.ts";
import { staleTexts } from "../../../domain/draft/texts.ts";
import { touchedGroups } from "../../../domain/draft/touched.ts";
import { definition } from "../consultation/definition.ts";

const start = draftOf(definition());
const press = (draft: Draft, command: string) => applyChange(draft, readCommand(command)!);
const type = (draft: Draft, values: Record<string, string>, more: Partial<Change> = {}) =>
  applyChange(draft, {
    kind: "set",
    makeCodes: true,
    edits: Object.entries(values).map(([name, value]) => ({
      name,
      seen: markOf(valueOf(draft, name)),
      value,
    })),
    ...more,
  } as Change).draft;

describe("moments by the clocks of a zone", () => {
  test.each([
    ["2027-03-01T12:00Z", "Asia/Almaty", "2027-03-01T17:00:00.000Z"],
    ["2027-07-01T12:00Z", "America/New_York", "2027-07-01T08:00:00.000Z"],
    ["2027-01-01T00:30Z", "Asia/Kathmandu", "2027-01-01T06:15:00.000Z"],
  ])("%s in %s is %s, and back", (at, zone, shown) => {
    expect(wallClock(new Date(at), zone).toISOString()).toBe(shown);
    expect(momentAt(new Date(shown), zone)).toEqual(new Date(at));
  });

  test("an hour that is there twice is the first; one that is left out comes later", () => {
    const twice = momentAt(new Date("2027-10-31T02:30Z"), "Europe/Berlin");
    expect(twice.toISOString()).toBe("2027-10-31T00:30:00.000Z");
    const never = momentAt(new Date("2027-03-28T02:30Z"), "Europe/Berlin");
    expect(never.toISOString()).toBe("2027-03-28T01:30:00.000Z");
  });

  test("the second of two such hours, saved as it is shown, stays", () => {
    const stored = { ...start, fields: { ...start.fields, closesAt: "2027-10-31T01:30:00Z" } };
    const zone = "Europe/Berlin";
    const saved = type(stored, { closesAt: "2027-10-31T02:30" }, { zone } as Partial<Change>);
    expect(valueOf(saved, "closesAt")).toBe("2027-10-31T01:30:00Z");
  });
});

describe("languages", () => {
  test("are added, moved and taken out, and no text is lost", () => {
    const more = press(start, "language add uz").draft;
    expect(languagesOf(more)).toEqual([...languagesOf(start), "uz"]);
    const without = press(more, "language remove ru").draft;
    expect(languagesOf(without)).toEqual(["en", "kk", "uz"]);
    const again = press(without, "language add ru").draft;
    expect(valueOf(again, "title.ru")).toBe(valueOf(start, "title.ru"));
    expect(press(start, "language add EN").draft).toEqual(start);
    const alone = emptyDraft("x", ["ar"]);
    expect(press(alone, "language remove ar").draft).toEqual(alone);
  });

  test("another original: what fitted still fits, what did not does not", () => {
    const old = type(start, { "title.en": "Another title", "title.kk": "Басқа" });
    expect(staleTexts(old)).toEqual(["title.ru"]);
    const russian = press(old, "language up ru").draft;
    expect(languagesOf(russian).slice(0, 2)).toEqual(["ru", "en"]);
    // Neither of the others says what the Russian title says.
    expect(staleTexts(russian)).toEqual(["title.en", "title.kk"]);
    expect(definitionOf(russian)).toHaveProperty("consultation");
  });
});

describe("codes that nobody types", () => {
  const asked = press(emptyDraft("x", ["en", "ru"]), "add about").draft;
  const at = (part: string) => `about.1.${part}`;

  test("are made from words, grow while those are typed, and then stay", () => {
    const begun = type(asked, { [at("labels.en")]: "Ho", [at("question.en")]: "Where" });
    expect(valueOf(begun, at("options"))).toBe("ho");
    const grown = type(begun, { [at("labels.en")]: "Homeland\nQazaqstan\nКазахстан\nهنا" });
    expect(valueOf(grown, at("options"))).toBe("homeland\nqazaqstan\nkazakhstan\nanswer");
    const renamed = type(grown, { [at("labels.en")]: "At home\nQazaqstan\nКазахстан\nهنا" });
    expect(valueOf(renamed, at("options"))).toBe("homeland\nqazaqstan\nkazakhstan\nanswer");
    expect(valueOf(renamed, at("code"))).toBe("where");
  });

  test("go along with their answers, and no two are the same", () => {
    const three = type(asked, { [at("labels.en")]: "Yes\nNo\nMaybe" });
    const between = type(three, { [at("labels.en")]: "Yes\nYes!\nNo\nMaybe" });
    expect(valueOf(between, at("options"))).toBe("yes\nyes-2\nno\nmaybe");
    const fewer = type(between, { [at("labels.en")]: "Yes\nNo\nMaybe" });
    expect(valueOf(fewer, at("options"))).toBe("yes\nno\nmaybe");
    const typed = type(fewer, { [at("options")]: "y\n\nm" });
    expect(valueOf(typed, at("options"))).toBe("y\nno\nm");
  });

  test("new recommendations go on counting", () => {
    const more = press(start, "add recommendations").draft;
    const key = keysOf(more, "recommendations").at(-1)!;
    expect(valueOf(more, `recommendations.${key}.code`)).toMatch(/\d$/);
    expect(valueOf(more, `recommendations.${key}.addressee`)).not.toBe("");
  });
});

test.each(READY_QUESTIONS)("the ready-made question %s is complete where it is written", (one) => {
  const latin = { ...start, fields: { ...start.fields, about: "" } };
  const english = { ...latin, fields: { ...latin.fields, languages: "en" } };
  const { draft } = press(english, `ready ${one}`);
  expect(definitionOf(draft)).toHaveProperty("consultation");
  expect(valueOf(draft, "about.1.options").split("\n").length).toBe(
    valueOf(draft, "about.1.labels.en").split("\n").length,
  );
});

test("what is typed for an item that is gone is a conflict with the text; the item can come back", () => {
  const gone = press(start, "remove recommendations 2").draft;
  const name = "recommendations.2.title.en";
  const edits = [
    { name, seen: markOf(valueOf(start, name)), value: "Typed meanwhile" },
    { name: "recommendations.2.code", seen: markOf("x"), value: "x" },
  ];
  const late = applyChange(gone, { kind: "set", edits });
  expect(late.conflicts).toEqual([{ name, stored: "", wanted: "Typed meanwhile", gone: true }]);
  const back = press(gone, "restore recommendations 2").draft;
  const whole = applyChange(back, { kind: "set", edits: [{ ...edits[0]!, seen: markOf("") }] });
  expect(valueOf(whole.draft, name)).toBe("Typed meanwhile");
});

test("an item is moved to a place, and pasted measures lose their bullets", () => {
  const [first, second, third] = keysOf(start, "recommendations");
  const moved = press(start, `place recommendations ${third} 1`).draft;
  expect(keysOf(moved, "recommendations").slice(0, 3)).toEqual([third, first, second]);
  const name = "recommendations.1.measures.en";
  expect(valueOf(type(start, { [name]: "- One\n2) Two\n• Three\n15 % more" }), name)).toBe(
    "One\nTwo\nThree\n15 % more",
  );
});

test("a text is found wherever it stands, and nothing before anybody has typed is a fault", () => {
  expect(fieldsWith(type(start, { "title.ru": "Слово Неслыханное" }), "неслыханн")).toEqual([
    "title.ru",
  ]);
  const fresh = press(emptyDraft("x", ["en"]), "add recommendations").draft;
  expect(touchedGroups(fresh)("recommendations.1.title.en")).toBe(false);
  const typed = type(fresh, { "recommendations.1.statement.en": "x" });
  expect(touchedGroups(typed)("recommendations.1.title.en")).toBe(true);
});

test.each([
  ["an empty draft", emptyDraft("x", ["uz", "en"])],
  ["a question without answers", press(start, "add about").draft],
  ["markup and a text that is too long", type(start, { "title.en": `<b>${"x".repeat(900)}` })],
  ["dates that are none", type(start, { opensAt: "soon", "source.date": "x", timeZone: "Mars" })],
])("a preview shows %s with its gaps marked", (_, draft) => {
  const shown = withStandIns(draft, (name) => `[${name}]`, "2027-01-01");
  expect(shown).toBeDefined();
  expect(shown!.recommendations.length).toBeGreaterThan(0);
});

test("shares that round to 99 or 101 are accepted, to 102 not", () => {
  const faults = (shares: string) => {
    const draft = type(start, { "about.1.shares": shares, "about.1.population": "Census" });
    const made = definitionOf(draft);
    return "faults" in made ? made.faults.map(({ field }) => field) : [];
  };
  expect(faults("50\n51")).toEqual([]);
  expect(faults("33,7\n67.3")).toEqual([]);
  expect(faults("50\n49")).toEqual([]);
  expect(faults("50\n52")).toEqual(["about.1.shares"]);
});
