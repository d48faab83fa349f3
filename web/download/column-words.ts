import { groupings } from "../../domain/consultation/groupings.ts";
import type { CodebookColumn } from "../../domain/release/codebook.ts";
import { ALL } from "../../domain/release/tidy-table.ts";
import { namedGroupings } from "../groupings/group-names.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { saidIn, textOf } from "../language/said.tsx";
import type { Given } from "./row-wording.ts";

interface Words {
  label: string;
  description: string;
}

/** What a column is called and what it says; throws for a column without words, which a test looks for. */
export function columnWords(text: Catalogue, { key }: Pick<CodebookColumn, "key">): Words {
  const columns: Partial<Record<string, Words>> = text.codebook.columns;
  const words = columns[key];
  if (words === undefined) throw new Error(`A column has no words: ${key}`);
  return words;
}

/** The values that may stand in a column, each with its label; empty where they are no categories. */
export function categoriesOf(given: Given, column: CodebookColumn): [string | number, string][] {
  const { text, consultation } = given;
  const { results, common, codebook } = text;
  const said = (texts: Record<string, string>) => textOf(saidIn(given, consultation, texts));
  const words: Partial<Record<string, Record<string, string>>> = {
    panel: common.panels,
    leaning: results.leaning,
    gap_size: results.gap.words,
    consensus: results.consensus,
    schedule: codebook.values.schedule,
    method: codebook.values.method,
    scale: codebook.values.scale,
    view: codebook.values.view,
    depends: codebook.values.depends,
  };
  switch (column.key) {
    case "code":
      return consultation.recommendations.map(({ code, title }) => [code, said(title)]);
    case "addressee":
      return consultation.addressees.map(({ code, name }) => [code, said(name)]);
    case "question":
      return namedGroupings(given).map(({ code, question }) => [code, textOf(question)]);
    case "group": {
      const named = namedGroupings(given);
      return [
        [ALL, codebook.values.all],
        ...groupings(consultation).flatMap(({ code, options }, place) =>
          options.map((option): [string, string] => [
            `${code}:${option}`,
            `${textOf(named[place]!.question)} ${textOf(named[place]!.label(option))}`,
          ]),
        ),
      ];
    }
    default: {
      const labels = words[column.key] ?? {};
      return (column.categories ?? []).map((value) => [value, labels[value] ?? String(value)]);
    }
  }
}
