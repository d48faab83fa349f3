import { type Panel, PANELS } from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../../domain/language.ts";
import type { Release, SegmentFigures } from "../../domain/release/schema.ts";
import { namedGroupings } from "../groupings/group-names.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { type Choices, queryOf } from "./choices.ts";
import { canSort, inOrder } from "./order.ts";
import { isTold } from "./panel-facts.ts";
import { rankedFirst } from "./ranking.ts";

/** One recommendation with its wording and its figures. */
export type ResultRow = Pick<
  Release["recommendations"][number],
  "code" | "panels" | "gap" | "consensus"
> & {
  title: string;
  addressee: string;
  /** The figures of the chosen segment. */
  segment: SegmentFigures | undefined;
};

/** What every part of the results page is made from. */
export interface ResultsView {
  language: Language;
  text: Catalogue;
  consultation: Consultation;
  release: Release;
  hash: string;
  choices: Choices;
  /** The panels of which anything is shown. */
  shown: Panel[];
  /** All recommendations in catalogue order. */
  rows: ResultRow[];
  /** The same in the chosen order: one list, or one for each addressee. */
  lists: { name: string | undefined; rows: ResultRow[] }[];
}

/** Puts the figures of a release beside the wording of its consultation, in the chosen order. */
export function resultsView(
  given: Pick<ResultsView, "language" | "text" | "consultation" | "release" | "hash" | "choices">,
): ResultsView {
  const { language, consultation, release } = given;
  const { by, segment } = given.choices;
  const name = (code: string) =>
    consultation.addressees.find((one) => one.code === code)?.name[language] ?? code;
  const rows = release.recommendations.map((one): ResultRow => ({
    ...one,
    title:
      consultation.recommendations.find(({ code }) => code === one.code)?.title[language] ??
      one.code,
    addressee: name(one.addressee),
    segment: segment?.recommendations.find(({ code }) => code === one.code),
  }));
  const shown = PANELS.filter((panel) => rows.some((row) => isTold(row.panels[panel])));
  // Nothing can be put in the order of figures of which none is shown.
  const sort = canSort(rows, given.choices.sort)
    ? given.choices.sort
    : (shown.find((panel) => canSort(rows, panel)) ?? "catalogue");
  const ordered = inOrder(rows, sort);
  const names = [...new Set(rows.map((row) => row.addressee))];
  return {
    ...given,
    choices: { ...given.choices, sort },
    shown,
    rows,
    lists:
      by === "all"
        ? [{ name: undefined, rows: ordered }]
        : names.map((one) => ({
            name: one,
            rows: ordered.filter((row) => row.addressee === one),
          })),
  };
}

/** The address of this page, or of a part of it, with these choices instead of the present ones. */
export const addressOf = (
  { consultation, language, choices }: ResultsView,
  change: Partial<Choices> = {},
  part = "",
): string =>
  `/c/${consultation.id}/results${part}?${new URLSearchParams({
    ...queryOf({ ...choices, ...change }),
    lang: language,
  }).toString()}`;

/** A segment in the reader's language. */
export function segmentWords(
  view: Pick<ResultsView, "consultation" | "language" | "text">,
  { question, option }: { question: string; option: string },
): { question: string; option: string } {
  const named = namedGroupings(view).find(({ code }) => code === question);
  return { question: named?.question ?? question, option: named?.label(option) ?? option };
}

/** The panel whose ranks are drawn: the one that the order is by, else the first that has any. */
export const rankedPanel = ({ choices, release }: ResultsView): Panel =>
  choices.sort === "expert" ? "expert" : (rankedFirst({ release }) ?? "public");
