import { type Consultation, readConsultation } from "../consultation.ts";
import type { Fault } from "../fault.ts";
import { type Language, LANGUAGES } from "../language.ts";
import { type Draft, keysOf, linesOf, valueOf } from "./draft.ts";
import { itemField, type List } from "./field.ts";

/** A fault of what a draft would be as a definition, with the field in which to mend it. */
export interface DraftFault extends Fault {
  /** `undefined` where it is in no field: too few recommendations, say. */
  field: string | undefined;
}

/** Many at once: a draft that has just been imported lacks every translation. */
const MOST_FAULTS = 5_000;

/** The definition that a draft makes; or what is missing and wrong, each with its place. */
export function definitionOf(
  draft: Draft,
): { consultation: Consultation } | { faults: DraftFault[] } {
  const read = readConsultation(asDefinition(draft), MOST_FAULTS);
  if ("consultation" in read) return read;
  return {
    faults: read.faults.map((fault) => ({ ...fault, field: fieldAt(draft, fault.pointer) })),
  };
}

/** What a draft says in the shape of a definition, whether or not it may be one. */
function asDefinition(draft: Draft): unknown {
  const plain = (name: string) => valueOf(draft, name) || undefined;
  const number = (name: string) => (plain(name) === undefined ? undefined : Number(plain(name)));
  const texts = (base: string) =>
    Object.fromEntries(LANGUAGES.map((language) => [language, plain(`${base}.${language}`)]));
  const items = <Item>(list: List, make: (name: (part: string) => string) => Item): Item[] =>
    keysOf(draft, list).map((key) => make((part) => itemField(list, key, part)));
  const rows = (base: string) => {
    const lines = LANGUAGES.map((one) => [one, linesOf(valueOf(draft, `${base}.${one}`))] as const);
    const most = Math.max(...lines.map(([, all]) => all.length));
    return Array.from({ length: most }, (_, index) =>
      Object.fromEntries(lines.map(([language, all]) => [language, all[index] || undefined])),
    );
  };
  return {
    id: plain("id"),
    title: texts("title"),
    summary: texts("summary"),
    source: without({
      title: texts("source.title"),
      publisher: plain("source.publisher"),
      date: plain("source.date"),
      isbn: plain("source.isbn"),
      chapter: plain("source.chapter"),
    }),
    translations: texts("translations"),
    addressees: items("addressees", (at) => ({ code: plain(at("code")), name: texts(at("name")) })),
    recommendations: items("recommendations", (at) => ({
      code: plain(at("code")),
      addressee: plain(at("addressee")),
      title: texts(at("title")),
      statement: texts(at("statement")),
      measures: rows(at("measures")),
    })),
    about: items("about", (at) => {
      const codes = linesOf(valueOf(draft, at("options")));
      const labels = rows(at("labels"));
      return {
        code: plain(at("code")),
        question: texts(at("question")),
        why: texts(at("why")),
        options: Array.from({ length: Math.max(codes.length, labels.length) }, (_, index) => ({
          code: codes[index] || undefined,
          label: labels[index] ?? {},
        })),
      };
    }),
    release: { minChanged: number("release.minChanged"), minMinutes: number("release.minMinutes") },
    disclosure: plain("disclosure"),
    ...without({
      opensAt: plain("opensAt"),
      closesAt: plain("closesAt"),
      leaveTo: plain("leaveTo"),
      smallPanelConsent: plain("smallPanelConsent") === "yes" ? true : undefined,
      twoPersons: plain("twoPersons") === "yes" ? true : undefined,
      purgeAfterDays: number("purgeAfterDays"),
    }),
  };
}

/** What may be left out is left out, and not there as nothing. */
const without = <Value extends object>(value: Value): Partial<Value> =>
  Object.fromEntries(
    Object.entries(value).filter(([, inner]) => inner !== undefined),
  ) as Partial<Value>;

/** The field that a place of the definition comes from. */
function fieldAt(draft: Draft, pointer: string): string | undefined {
  const [, first = "", second = "", third = "", fourth = "", fifth = ""] = pointer.split("/");
  const lists: readonly string[] = ["addressees", "recommendations", "about"];
  if (!lists.includes(first)) return pointer.slice(1).replaceAll("/", ".") || undefined;
  const key = keysOf(draft, first as List)[Number(second)];
  if (second === "" || key === undefined) return undefined;
  const at = (part: string, language: Language | string) =>
    itemField(first as List, key, part) + (language === "" ? "" : `.${language}`);
  if (third === "measures") return at("measures", fifth || LANGUAGES[0]);
  if (third !== "options") return at(third, fourth);
  const label = pointer.split("/")[6];
  return fifth === "label" ? at("labels", label ?? LANGUAGES[0]) : at("options", "");
}
