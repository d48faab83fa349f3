import type { Consultation } from "../consultation/definition.ts";
import { readConsultation } from "../consultation/read-definition.ts";
import { DISCLOSURES, POLICIES } from "../disclosure/policy.ts";
import type { Fault } from "../fault.ts";
import type { Language } from "../language.ts";
import { type Draft, keysOf, languagesOf, linesOf, originalOf, valueOf } from "./draft.ts";
import { isList, itemField, type List, translationField } from "./field.ts";
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

/**
 * What a consultation must say of who asks before it is opened. Not a matter of the definition's form:
 * those that were opened before there was such a field go on without.
 */
export function openingFaults(draft: Draft): DraftFault[] {
  const needed = ["organiser.name", "organiser.contact"].map(
    (base) => `${base}.${originalOf(draft)}`,
  );
  return needed
    .filter((name) => valueOf(draft, name).trim() === "")
    .map((field) => ({ field, pointer: `/${field.replaceAll(".", "/")}`, fault: "missing" }));
}

/** What a draft says in the shape of a definition, whether or not it may be one. */
export function asDefinition(draft: Draft): unknown {
  const plain = (name: string) => valueOf(draft, name) || undefined;
  const number = (name: string) => (plain(name) === undefined ? undefined : Number(plain(name)));
  const languages = languagesOf(draft);
  const texts = (base: string) =>
    without(Object.fromEntries(languages.map((one) => [one, plain(`${base}.${one}`)])));
  const items = <Item>(list: List, make: (name: (part: string) => string) => Item): Item[] =>
    keysOf(draft, list).map((key) => make((part) => itemField(list, key, part)));
  const rows = (base: string) => {
    const lines = languages.map((one) => [one, linesOf(valueOf(draft, `${base}.${one}`))] as const);
    const most = Math.max(...lines.map(([, all]) => all.length));
    return Array.from({ length: most }, (_, index) =>
      without(
        Object.fromEntries(lines.map(([language, all]) => [language, all[index] || undefined])),
      ),
    );
  };
  const days = linesOf(valueOf(draft, "release.groupsAt"))
    .filter(Boolean)
    .map((day) => dayOrMomentOf(day));
  const earlier = plain("continues.consultation");
  const people = without({ number: number("people.number"), source: plain("people.source") });
  const organiser = without({
    name: someOf(texts("organiser.name")),
    contact: someOf(texts("organiser.contact")),
    purpose: someOf(texts("organiser.purpose")),
    next: someOf(texts("organiser.next")),
    nextBy: plain("organiser.nextBy"),
    report: plain("organiser.report"),
    responsible: someOf(texts("organiser.responsible")),
    keptFor: someOf(texts("organiser.keptFor")),
  });
  return {
    id: plain("id"),
    languages,
    timeZone: plain("timeZone"),
    title: texts("title"),
    summary: texts("summary"),
    ...without({ organiser: someOf(organiser) }),
    source: without({
      title: texts("source.title"),
      publisher: plain("source.publisher"),
      date: plain("source.date"),
      isbn: plain("source.isbn"),
      chapter: plain("source.chapter"),
    }),
    translations: Object.fromEntries(
      languages.map((one, index) => [
        one,
        index === 0 ? "original" : (plain(translationField(one)) ?? "working"),
      ]),
    ),
    addressees: items("addressees", (at) => ({ code: plain(at("code")), name: texts(at("name")) })),
    recommendations: items("recommendations", (at) => ({
      code: plain(at("code")),
      addressee: plain(at("addressee")),
      title: texts(at("title")),
      statement: texts(at("statement")),
      measures: rows(at("measures")),
      ...without({ suggestedBy: plain(at("suggestedBy")) }),
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
      flags: flagsBudget(plain("release.flags"), plain("disclosure"), number("release.flags")),
      groupsAt: days.length === 0 ? undefined : days,
    }),
    ...(earlier !== undefined && { continues: { consultation: earlier } }),
    disclosure: plain("disclosure"),
    ...without({
      opensAt: plain("opensAt"),
      closesAt: plain("closesAt"),
      leaveTo: plain("leaveTo"),
      experts: plain("experts"),
      people: someOf(people),
      countLanguages: plain("countLanguages") === "yes" ? true : undefined,
      reasons: plain("reasons") === "yes" ? true : undefined,
      channels:
        keysOf(draft, "channels").length === 0
          ? undefined
          : items("channels", (at) => ({ code: plain(at("code")), label: texts(at("label")) })),
      twoPersons: plain("twoPersons") === "yes" ? true : undefined,
      purgeAfterDays: number("purgeAfterDays"),
      licence: plain("licence"),
      accent: plain("accent"),
      // What is said of an emblem that was taken away again stays in the draft alone.
      emblem: plain("emblem.file") && { file: plain("emblem.file"), alt: texts("emblem.alt") },
    }),
  };
}

/** What may be left out is left out, and not there as nothing. */
const without = <Value extends object>(value: Value): Partial<Value> =>
  Object.fromEntries(
    Object.entries(value).filter(([, inner]) => inner !== undefined),
  ) as Partial<Value>;

/** An object in which there is something; `undefined` for an empty one. */
const someOf = <Value extends object>(value: Value): Value | undefined =>
  Object.keys(value).length === 0 ? undefined : value;

/** Percent for flagged ballots: where a draft does not say it, what its policy sets aside; 0 is nothing. */
function flagsBudget(typed: string | undefined, disclosure: string | undefined, given: unknown) {
  const usual = DISCLOSURES.find((one) => one === disclosure);
  const value = typed === undefined && usual ? POLICIES[usual].flagsBudget : given;
  return value === 0 ? undefined : value;
}

/** The field that a place of the definition comes from. */
function fieldAt(draft: Draft, pointer: string): string | undefined {
  const [, first = "", second = "", third = "", fourth = "", fifth = ""] = pointer.split("/");
  // Several days stand in one field.
  if (second === "groupsAt") return "release.groupsAt";
  if (first === "languages") return first;
  const original = originalOf(draft);
  if (!isList(first)) return pointer.slice(1).replaceAll("/", ".") || undefined;
  const key = keysOf(draft, first)[Number(second)];
  if (second === "" || key === undefined) return undefined;
  const at = (part: string, language: Language | string) =>
    itemField(first, key, part) + (language === "" ? "" : `.${language}`);
  if (third === "measures") return at("measures", fifth || original);
  if (third === "population") return at("population", "");
  if (third !== "options") return at(third, fourth);
  if (fifth === "share") return at("shares", "");
  const label = pointer.split("/")[6];
  return fifth === "label" ? at("labels", label ?? original) : at("options", "");
}
