import type { Consultation } from "../consultation/definition.ts";
import { readConsultation } from "../consultation/read-definition.ts";
import type { Fault } from "../fault.ts";
import { type Language, LANGUAGES } from "../language.ts";
import { type Draft, keysOf, linesOf, valueOf } from "./draft.ts";
import { isList, itemField, type List } from "./field.ts";
import { dayOrMomentOf } from "./moment.ts";

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
  const days = linesOf(valueOf(draft, "release.groupsAt")).filter(Boolean).map(dayOrMomentOf);
  const people = without({ number: number("people.number"), source: plain("people.source") });
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
      const shares = linesOf(valueOf(draft, at("shares")));
      const source = plain(at("population"));
      const most = Math.max(codes.length, labels.length, shares.length);
      return {
        code: plain(at("code")),
        question: texts(at("question")),
        why: texts(at("why")),
        ...(source !== undefined && { population: { source } }),
        options: Array.from({ length: most }, (_, index) => ({
          code: codes[index] || undefined,
          label: labels[index] ?? {},
          // Russian and Kazakh write 12,3.
          ...(shares[index] && { share: Number(shares[index].replace(",", ".")) }),
        })),
      };
    }),
    release: without({
      every: plain("release.every"),
      groups: number("release.groups"),
      groupsAt: days.length === 0 ? undefined : days,
    }),
    disclosure: plain("disclosure"),
    ...without({
      opensAt: plain("opensAt"),
      closesAt: plain("closesAt"),
      leaveTo: plain("leaveTo"),
      experts: plain("experts"),
      people: Object.keys(people).length === 0 ? undefined : people,
      countLanguages: plain("countLanguages") === "yes" ? true : undefined,
      channels:
        keysOf(draft, "channels").length === 0
          ? undefined
          : items("channels", (at) => ({ code: plain(at("code")), label: texts(at("label")) })),
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
  // Several days stand in one field.
  if (second === "groupsAt") return "release.groupsAt";
  if (!isList(first)) return pointer.slice(1).replaceAll("/", ".") || undefined;
  const key = keysOf(draft, first)[Number(second)];
  if (second === "" || key === undefined) return undefined;
  const at = (part: string, language: Language | string) =>
    itemField(first, key, part) + (language === "" ? "" : `.${language}`);
  if (third === "measures") return at("measures", fifth || LANGUAGES[0]);
  if (third === "population") return at("population", "");
  if (third !== "options") return at(third, fourth);
  if (fifth === "share") return at("shares", "");
  const label = pointer.split("/")[6];
  return fifth === "label" ? at("labels", label ?? LANGUAGES[0]) : at("options", "");
}
