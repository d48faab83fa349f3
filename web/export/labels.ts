import type { ColumnKind, ExportColumn } from "../../domain/export/columns.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { allChannels } from "../../domain/consultation/channel.ts";
import { PREFER_NOT_TO_SAY } from "../../domain/consultation/code.ts";
import { NOT_SAID } from "../../domain/consultation/groupings.ts";
import { MERGED, WITHHELD } from "../../domain/export/k-anonymity.ts";
import type { LabelledColumn } from "../../domain/export/labelled.ts";
import type { Language, Texts } from "../../domain/language.ts";
import type { Panel } from "../../domain/ballot/ballot.ts";
import { type Catalogue, catalogueFor } from "../language/catalogue.ts";
import { languageName } from "../language/names.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { fill } from "../text.ts";

/** Columns with their words in a language; what the organisers have not said in it, in the original. */
export function labelledColumns(
  columns: readonly ExportColumn[],
  definition: Consultation,
  language: Language,
): LabelledColumn[] {
  const reader = { language, text: catalogueFor(language) };
  return columns.map((column) => ({
    column,
    label: labelOf(column, definition, reader),
    values: column.values.map(({ code }) => valueOf(column, code, definition, reader)),
  }));
}

/** A text of the organisers' in a language, without a remark where it is in another. */
export const wordsOf = (reader: Reader, definition: Consultation, texts: Texts): string =>
  textOf(saidIn(reader, definition, texts));

function labelOf({ kind, code }: ExportColumn, definition: Consultation, reader: Reader): string {
  const words = reader.text.exports.files;
  const title = (): string => {
    const found = definition.recommendations.find((one) => one.code === code);
    return found === undefined ? "" : wordsOf(reader, definition, found.title);
  };
  if (kind === "about") {
    const question = definition.about.find((one) => one.code === code)!;
    return wordsOf(reader, definition, question.question);
  }
  // In the long table one column stands for all recommendations.
  if (kind === "rating" && code !== kind) return `${code}: ${title()}`;
  if (kind === "first" && code !== kind) return fill(words.firstOf, { code, title: title() });
  return words.columns[kind];
}

function valueOf(
  column: ExportColumn,
  code: string,
  definition: Consultation,
  reader: Reader,
): string {
  const { said } = reader.text.exports.files;
  if (code === MERGED) return said.other;
  if (code === WITHHELD) return said.withheld;
  return VALUES[column.kind](code, { column, definition, reader, said });
}

interface Around {
  column: ExportColumn;
  definition: Consultation;
  reader: Reader;
  said: Catalogue["exports"]["files"]["said"];
}

const VALUES: Record<ColumnKind, (code: string, around: Around) => string> = {
  export_id: (code) => code,
  recommendation: (code) => code,
  panel: (code, { reader }) => reader.text.common.panels[code as Panel],
  language: (code, { reader }) => languageName(code, reader.language),
  rating: (code, { reader, said }) => {
    if (code === "no-opinion") return reader.text.common.noOpinion;
    if (code === "skipped") return said.skipped;
    if (code === "not-shown") return said.notShown;
    return reader.text.common.scale[code as keyof Catalogue["common"]["scale"]];
  },
  first: (code, { said }) => (code === "yes" ? said.yes : said.no),
  about: (code, { column, definition, reader }) => {
    const { common } = reader.text;
    if (code === PREFER_NOT_TO_SAY) return common.preferNotToSay;
    if (code === NOT_SAID) return common.groups.notSaid;
    const question = definition.about.find((one) => one.code === column.code)!;
    return wordsOf(reader, definition, question.options.find((one) => one.code === code)!.label);
  },
  channel: (code, { definition, reader }) => {
    if (code === NOT_SAID) return reader.text.common.groups.noChannel;
    const channel = allChannels(definition).find((one) => one.code === code)!;
    return wordsOf(reader, definition, channel.label);
  },
  wording: (code, { said }) => fill(said.version, { number: code }),
};
