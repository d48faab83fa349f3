import { renderToString } from "preact-render-to-string";
import { h } from "preact";
import kazakhstan from "../../../consultations/kazakhstan-2019.json" with { type: "json" };
import type { Panel } from "../../../domain/ballot/ballot.ts";
import { calendarAt } from "../../../domain/consultation/calendar.ts";
import { type Life, NEW_LIFE } from "../../../domain/consultation/life.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import type { FlagCounts } from "../../../domain/flags/counts.ts";
import type { NoiseBytes } from "../../../domain/disclosure/noise.ts";
import { releasePlan } from "../../../domain/disclosure/schedule.ts";
import { BINS } from "../../../domain/ballot/rating.ts";
import { type StoredRelease, makeRelease } from "../../../domain/release/release.ts";
import { newestOf } from "../../../domain/release/newest.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { type Cell, emptyCell } from "../../../domain/tally/cell.ts";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { countingPlan, segmentKey } from "../../../domain/tally/plan.ts";
import type { Language } from "../../../domain/language.ts";
import { catalogueFor } from "../../../web/language/catalogue.ts";
import { RecommendationPage } from "../../../web/recommendation/recommendation-page.tsx";
import { readChoices } from "../../../web/results/facts/choices.ts";
import { EmbedPage } from "../../../web/results/embed-page.tsx";
import { ResultsPage } from "../../../web/results/results-page.tsx";
import type { ResultsView } from "../../../web/results/facts/view.ts";
import { resultsView } from "../../../web/results/facts/make-view.ts";

/* Releases of counts that a test states, and the pages made of them: no ballots, no database. */

/** The consultation that the project ships, with other rules where a test needs them. */
export function consultation(change: Partial<Consultation> = {}): Consultation {
  const read = readConsultation(kazakhstan);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return { ...read.consultation, ...change };
}

/** The same with as many of its recommendations. */
export const withFew = (count: number, change: Partial<Consultation> = {}): Consultation => {
  const whole = consultation(change);
  return { ...whole, recommendations: whole.recommendations.slice(0, count) };
};

/** The noise of a world in which all of it happens to be 0: its deviation stands in all figures all the same. */
export const NO_NOISE: NoiseBytes = (_, bytes) => new Uint8Array(bytes);

/** A cell of these rows of seven bins, and of who would do what first. */
export function cellOf(
  rows: readonly (readonly number[])[],
  { first = [], choosers = 0 }: { first?: readonly number[]; choosers?: number } = {},
): Cell {
  const cell = emptyCell(rows.length);
  rows.forEach((row, place) => cell.bins.set(row, place * BINS.length));
  cell.first.set(first);
  const ballots = rows.map((row) => row.reduce((sum, count) => sum + count, 0));
  return { ...cell, ballots: Math.max(0, ...ballots), choosers };
}

export interface Made {
  definition?: Consultation;
  cells?: Partial<Record<Panel, Cell>>;
  segments?: Record<string, Cell> | undefined;
  participation?: Record<string, number>;
  flags?: FlagCounts;
  turn?: number;
  final?: boolean;
  previous?: StoredRelease;
  at?: string;
  noise?: NoiseBytes;
}

/** A release of these counts; what is left out is empty. */
export function made({ definition = consultation(), noise = NO_NOISE, ...given }: Made): Release {
  const { segments: groups } = countingPlan(definition);
  const nobody = emptyCell(definition.recommendations.length);
  const segments = Object.fromEntries(
    groups.map((one) => [segmentKey(one), given.segments?.[segmentKey(one)] ?? nobody]),
  );
  const { opensAt = "2026-11-02T09:00:00.000Z", closesAt } = definition;
  return makeRelease({
    definition,
    plan: releasePlan(definition.release.every, opensAt, closesAt),
    due: { turn: given.turn ?? 1, final: given.final ?? false },
    cells: { public: given.cells?.public ?? nobody, expert: given.cells?.expert ?? nobody },
    participation: given.participation ?? {},
    segments: given.segments === undefined ? undefined : segments,
    flags: given.flags,
    previous: given.previous,
    simulated: false,
    at: new Date(given.at ?? "2026-11-09T09:00:30.000Z"),
    noise,
  });
}

interface Seen {
  language?: Language;
  definition?: Consultation;
  query?: Record<string, string>;
  /** The day on which the page is read. */
  at?: string;
  life?: Life;
  /** What was officially answered. */
  entries?: readonly ResponseEntry[];
}

const READ = "2026-11-10T09:00:00.000Z";

export const standing = (
  definition: Consultation,
  release: Release | undefined,
  { at = READ, life = NEW_LIFE }: Seen,
) => calendarAt({ definition, life }, release && newestOf(release), new Date(at));

/** What the pages are made of. */
export function viewOf(release: Release, seen: Seen = {}): ResultsView {
  const { language = "en", definition = consultation(), query = {}, entries = [] } = seen;
  return resultsView({
    language,
    text: catalogueFor(language),
    consultation: definition,
    calendar: standing(definition, release, seen),
    release,
    hash: "0".repeat(64),
    choices: readChoices(query, release),
    entries,
  });
}

export const ASSETS = {
  style: "/style.css",
  resultsStyle: "",
  readingStyle: "/reading.css",
  paperStyle: "",
  consoleStyle: "",
  invitingStyle: "",
  ledgerStyle: "/ledger.css",
  rateInline: { style: "", script: "", allowed: { style: "", script: "" } },
  rateScript: "",
  workScript: "",
  resultsScript: "",
  shareScript: "",
  organiseScript: "",
};

/** The results page; of no release the one before the first. */
export function pageOf(release: Release | undefined, seen: Seen = {}): string {
  return renderToString(
    h(ResultsPage, {
      ...propsOf(release, seen),
      releases: [],
      log: undefined,
    }),
  );
}

/** The page of one recommendation, with the answers of `seen` left to the room that tells them. */
export function onePageOf(release: Release | undefined, code: string, seen: Seen = {}): string {
  const props = propsOf(release, seen);
  const recommendation = props.consultation.recommendations.find((one) => one.code === code)!;
  return renderToString(h(RecommendationPage, { ...props, recommendation }));
}

/** The page to be shown within other sites' pages. */
export const embedOf = (release: Release | undefined, seen: Seen = {}): string =>
  renderToString(h(EmbedPage, propsOf(release, seen)));

function propsOf(release: Release | undefined, seen: Seen) {
  const { language = "en", definition = consultation() } = seen;
  const view = release && viewOf(release, seen);
  const calendar = standing(definition, release, seen);
  return {
    language,
    text: catalogueFor(language),
    assets: ASSETS,
    origin: "https://kenes.example",
    consultation: definition,
    calendar,
    view,
  };
}

/** What a page says, without its marks and scripts. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(style|script)[^>]*>.*?<\/\1>/gs, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

/** How a recommendation was rated, in words and a chart, as its page says it; without tables and what is folded. */
export const cardOf = (release: Release, code: string, seen: Seen = {}): string =>
  wordsOf(onePageOf(release, code, seen).split('id="figures"')[1]!.split("</figure>")[0]!);
