import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Place } from "../../domain/release/figure-at.ts";
import type { Release } from "../../domain/release/schema.ts";
import type { CellValue } from "../../domain/release/table.ts";
import { namedGroupings } from "../groupings/group-names.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";

/** A consultation, and who reads of it. */
export interface Given extends Reader {
  consultation: Consultation;
}

/** What stands in the columns of wording of a row (`WORDING_COLUMNS`); where there is no translation, the original. */
export function rowWording(given: Given, release: Release): (place: Place) => CellValue[] {
  const { language, text, consultation } = given;
  const said = (texts: Record<string, string>) => textOf(saidIn(given, consultation, texts));
  const groupings = new Map(namedGroupings(given).map((one) => [one.code, one]));
  const names = new Map(consultation.addressees.map(({ code, name }) => [code, said(name)]));
  const wording = new Map(
    consultation.recommendations.map(({ code, addressee, title, statement }) => [
      code,
      [said(title), said(statement), names.get(addressee) ?? addressee],
    ]),
  );
  const told = new Map(release.recommendations.map(({ code, panels }) => [code, panels]));
  return ({ code, panel, question, option = "" }) => {
    const grouping = question === undefined ? undefined : groupings.get(question);
    const isPanel = panel === "public" || panel === "expert";
    const leaning =
      isPanel && question === undefined ? (told.get(code)?.[panel].leaning ?? null) : null;
    return [
      language,
      ...(wording.get(code) ?? [code, "", ""]),
      isPanel ? text.common.panels[panel] : "",
      grouping === undefined ? (question ?? "") : textOf(grouping.question),
      question === undefined
        ? text.codebook.values.all
        : grouping === undefined
          ? option
          : textOf(grouping.label(option)),
      leaning === null ? "" : text.results.leaning[leaning],
    ];
  };
}
