import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { Calendar } from "../../../domain/consultation/calendar.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Language } from "../../../domain/language.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { CHART, RECOMMENDATION, RESULTS, pathOf } from "../../../domain/paths.ts";
import { namedGroupings } from "../../groupings/group-names.ts";
import type { Said } from "../../language/said.tsx";
import type { Catalogue } from "../../language/catalogue.ts";
import { type Choices, groupOf, queryOf } from "./choices.ts";
import type { ResultRow } from "./row.ts";

/** What every part of the results page is made from. */
export interface ResultsView {
  language: Language;
  text: Catalogue;
  consultation: Consultation;
  /** Where the consultation stands today. */
  calendar: Calendar;
  release: Release;
  hash: string;
  /** The number of the newest release, where it cannot be read and this one is shown in its place. */
  unreadable?: number | undefined;
  choices: Choices;
  /** The panels of which anything is shown. */
  shown: Panel[];
  /** All recommendations in catalogue order. */
  rows: ResultRow[];
  /** The same in the chosen order: one list, or one for each addressee. */
  lists: { name: Said | undefined; rows: ResultRow[] }[];
}

/** The address of this page, or of a chart of it as a file, with these choices instead of the present ones. */
export const addressOf = (
  { consultation, language, choices }: ResultsView,
  change: Partial<Choices> = {},
  chart?: string,
): string =>
  `${pathOf(chart === undefined ? RESULTS : CHART, { id: consultation.id, chart })}?${new URLSearchParams(
    {
      ...queryOf({ ...choices, ...change }),
      lang: language,
    },
  ).toString()}`;

/** The address of the page of one recommendation, with the group to compare with that was chosen. */
export const recommendationAddress = (
  { consultation, language, choices }: Pick<ResultsView, "consultation" | "language" | "choices">,
  code: string,
): string =>
  `${pathOf(RECOMMENDATION, { id: consultation.id, code })}?${new URLSearchParams({
    ...groupOf(choices),
    lang: language,
  }).toString()}`;

/** A segment in the reader's language. */
export function segmentWords(
  view: Pick<ResultsView, "consultation" | "language" | "text">,
  { question, option }: { question: string; option: string },
): { question: Said; option: Said } {
  const named = namedGroupings(view).find(({ code }) => code === question);
  return { question: named?.question ?? question, option: named?.label(option) ?? option };
}
