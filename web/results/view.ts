import { type Panel, PANELS } from "../../domain/ballot.ts";
import type { Consultation } from "../../domain/consultation.ts";
import type { Figures } from "../../domain/release/schema.ts";
import type { Language } from "../../domain/language.ts";
import type { Release } from "../../domain/release/schema.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { inOrder, type Sort } from "./order.ts";

/** One recommendation with its wording and its figures. */
export interface ResultRow {
  code: string;
  title: string;
  addressee: string;
  panels: Record<Panel, Figures>;
}

/** What every part of the results page is made from. */
export interface ResultsView {
  language: Language;
  text: Catalogue;
  consultation: Consultation;
  release: Release;
  sort: Sort;
  /** The panels of which at least one mean is shown. */
  shown: Panel[];
  rows: ResultRow[];
}

/** Puts the figures of a release beside the wording of its consultation, in the chosen order. */
export function resultsView(
  given: Pick<ResultsView, "language" | "text" | "consultation" | "release" | "sort">,
): ResultsView {
  const { language, consultation, release } = given;
  const rows = release.recommendations.map(({ code, addressee, panels }) => ({
    code,
    title: consultation.recommendations.find((one) => one.code === code)?.title[language] ?? code,
    addressee:
      consultation.addressees.find((one) => one.code === addressee)?.name[language] ?? addressee,
    panels,
  }));
  const shown = PANELS.filter((panel) => rows.some((row) => row.panels[panel].mean !== null));
  // Nothing can be put in the order of a panel of which nothing is shown.
  const known = given.sort === "catalogue" || shown.includes(given.sort);
  const sort = known ? given.sort : (shown[0] ?? "catalogue");
  return {
    ...given,
    sort,
    shown,
    rows: inOrder(rows, sort),
  };
}
