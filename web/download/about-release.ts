import type { Consultation } from "../../domain/consultation/definition.ts";
import { pathOf, RESULTS } from "../../domain/paths.ts";
import type { Release } from "../../domain/release/schema.ts";
import { catalogueFor } from "../language/catalogue.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { fill, formatDay } from "../text.ts";
import type { Given } from "./row-wording.ts";

/** A release as it is described to those who take it along. */
export interface Described {
  consultation: Consultation;
  release: Release;
  hash: string;
  /** Under which people find this installation: `https://example.org`. */
  origin: string;
}

/** A consultation as it is read in the language it was written in. */
export function inOriginal(consultation: Consultation): Given {
  const language = consultation.languages[0]!;
  return { consultation, language, text: catalogueFor(language) };
}

/** Where the results can be read. */
export const resultsAddress = ({ consultation: { id }, origin }: Described): string =>
  origin + pathOf(RESULTS, { id });

/** What the recommendations are from, in one line: "Source: …". */
export function sourceLine(given: Given): string {
  const { language, text, consultation } = given;
  const { title, publisher, date, isbn, chapter = "" } = consultation.source;
  const line = fill(chapter === "" ? text.common.source : text.common.sourceChapter, {
    title: textOf(saidIn(given, consultation, title)),
    publisher,
    date: formatDay(language, date),
    chapter,
  });
  return isbn === undefined ? line : `${line} ISBN ${isbn}`;
}
