import type { Consultation } from "../../domain/consultation/definition.ts";
import type { ToldOfPersons } from "../../domain/export/ballots-table.ts";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { at, type ConsoleState, draftAt, press, withFields } from "./console-state.ts";
import { type Beside, exportThat } from "./console-world.ts";

const DAY = 24 * 60 * 60_000;
export const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
export const ENDED = { closesAt: "2020-01-01T00:00:00.000Z" };
export const FAR = { closesAt: "2099-01-01T00:00:00.000Z" };
export const TWO = { twoPersons: true } as const;
const ARCHIVED = { paused: false, archived: true };
const TO_PURGE = { purgeAfterDays: 3_650 };

type More = Partial<Consultation>;
type By = "anna" | "bolat";

const { emblemPage, exportPage, lifePage, previewPage } = ORGANISE;
const exports = (name: string, more: More = {}, beside: Beside = {}, by: By = "anna") => ({
  name: `export: ${name}`,
  put: at(exportPage, { ...ENDED, ...more }, beside, { by, released: true }),
});
const life = (name: string, more: More, beside: Beside = {}, by: By = "anna") => ({
  name: `life: ${name}`,
  put: at(lifePage, more, beside, { by }),
});
const part = (file: string, bytes: number) => ({ file, bytes });
const until = "2099-01-08T10:00:00.000Z";
/** A question told whole, one in part, and one not at all. */
const TOLD: ToldOfPersons = {
  public: {
    language: ["en", "kk", "ru"],
    wording: ["1"],
    about_region: ["abai", "akmola", "(other)"],
    about_age: [],
    about_language: [],
  },
  expert: { language: [], wording: ["1"] },
};

/** Single ballots: from too early until they are gone. */
export const EXPORT_STATES: ConsoleState[] = [
  { name: "export: too early", put: at(exportPage, FAR) },
  exports("can be asked for"),
  exports("nobody else could confirm", TWO),
  exports("can be proposed", TWO, { bolat: "owner" }),
  exports("proposed by oneself", TWO, { bolat: "owner", proposed: "export" }),
  exports("proposed by somebody else", TWO, { bolat: "owner", proposed: "export" }, "bolat"),
  exports("proposed, for an analyst", TWO, { bolat: "analyst", proposed: "export" }, "bolat"),
  {
    ...exports("not confirmed as read"),
    name: "export: asked for without having read",
    act: async (page, { exports }) => {
      await press(page, exports.ask);
      await page.getByRole("alert").waitFor();
    },
  },
  exports("asked for", {}, { asked: exportThat({ confirmedBy: "Анна" }) }),
  exports(
    "being made",
    {},
    { asked: exportThat({ state: "making", begunAt: inDays(0), tries: 1, progress: 34 }) },
  ),
  {
    ...exports(
      "ready",
      {},
      {
        asked: exportThat({
          state: "ready",
          parts: [part("1a-1", 3_000_000), part("1b-1", 54_321)],
          rows: 54_321,
          unreadable: 2,
          until,
        }),
        told: TOLD,
      },
    ),
    act: async (page, { exports }) => {
      await page.getByText(exports.persons.heading).click();
      await page.getByText(exports.allColumns).click();
    },
  },
  exports("failed", {}, { asked: exportThat({ state: "failed", tries: 3, failure: "full" }) }),
  exports("stopped", {}, { asked: exportThat({ state: "cancelled", tries: 1 }) }),
  exports("its time is over", {}, { asked: exportThat({ state: "ready", until: inDays(-1) }) }),
  exports("the ballots are deleted", TO_PURGE, {
    life: { ...ARCHIVED, purge: { begun: ENDED.closesAt, done: ENDED.closesAt } },
  }),
];

/** Where a consultation stands, and what is asked before the next step. */
export const LIFE_STATES: ConsoleState[] = [
  {
    name: "life: a draft with faults",
    put: draftAt(
      lifePage,
      withFields({ closesAt: "soon", "title.kk": "", "summary.en": KAZAKHSTAN.title.en }),
    ),
    inEveryLanguage: true,
  },
  {
    name: "emblem: one of which is not said what it shows",
    put: draftAt(emblemPage, withFields({ "emblem.file": `${"0".repeat(32)}.svg` })),
  },
  {
    name: "life: a draft is to be opened without its translations",
    put: draftAt(lifePage, withFields({ "title.kk": "" })),
    act: async (page, { draft }) => {
      const { open } = draft.life.steps;
      const boxes = page.getByRole("region", { name: open, exact: true }).getByRole("checkbox");
      await boxes.last().check();
      await press(page, open);
      await page.getByRole("alert").waitFor();
    },
    inEveryLanguage: true,
  },
  {
    name: "preview: not yet possible",
    put: draftAt(previewPage, withFields({ "title.kk": "", "recommendations.1.code": "" })),
    inEveryLanguage: true,
  },
  life("scheduled", { opensAt: "2098-12-01T04:00:00.000Z", ...FAR, ...TO_PURGE }),
  {
    ...life("open", FAR),
    name: "life: open, a correction without its notes",
    act: async (page, { draft }) => {
      const { correct } = draft.life.steps;
      await page.getByRole("region", { name: correct, exact: true }).getByRole("checkbox").check();
      await press(page, correct);
      await page.getByRole("alert").waitFor();
    },
  },
  {
    ...life("open", FAR),
    name: "life: open, closing moved to no later moment",
    act: async (page, { draft }) => {
      const { extend } = draft.life.steps;
      await page.getByRole("region", { name: extend, exact: true }).getByRole("checkbox").check();
      await press(page, extend);
      await page.getByRole("alert").waitFor();
    },
  },
  life(
    "paused, as a viewer",
    { closings: [{ at: inDays(-1), from: inDays(1), to: FAR.closesAt, note: { en: "Later" } }] },
    { life: { paused: true, archived: false }, bolat: "viewer" },
    "bolat",
  ),
  life("nobody else could confirm the closing", TWO),
  life("closing proposed by oneself", { ...FAR, ...TWO }, { bolat: "owner", proposed: "close" }),
  life(
    "closing proposed by somebody else",
    { ...FAR, ...TWO },
    { bolat: "owner", proposed: "close" },
    "bolat",
  ),
  life("the last day", { closesAt: inDays(0.9) }),
  life("closed", { ...ENDED, ...TO_PURGE }),
  life("archived, to be deleted", { closesAt: inDays(-2), ...TO_PURGE }, { life: ARCHIVED }),
  life("closed, the day of deletion over", { ...ENDED, purgeAfterDays: 1 }),
  life("archived, deletion waiting", { ...ENDED, purgeAfterDays: 1 }, { life: ARCHIVED }),
  life("in deletion", ENDED, { life: { ...ARCHIVED, purge: { begun: ENDED.closesAt } } }),
  life("all ballots deleted", ENDED, {
    life: { ...ARCHIVED, purge: { begun: ENDED.closesAt, done: ENDED.closesAt } },
  }),
];
