/** Looks through the texts of one language: what is missing, and what does not fit. */
import {
  countDone,
  type Entry,
  isForms,
  META,
  standsFor,
  textsOf,
} from "../../web/language/entries.ts";
import type { Data } from "../../web/language/plural-forms.ts";
import { readLanguage } from "../../domain/language.ts";
import { lengthFaults } from "./lengths.ts";
import { letterFaults, RIGHT_TO_LEFT, scriptOf, UNSEEN } from "./letters.ts";
import { formsOfOneNumber, pluralForms } from "./plurals.ts";
import type { Files } from "./read.ts";

/** What was found at one place of a language's data. */
interface Finding {
  place: string;
  what: string;
}

/** What is to be said of one language. */
export interface Report {
  language: string;
  texts: number;
  done: number;
  isComplete: boolean;
  missing: string[];
  misfits: Finding[];
}

/** The language of the source. */
const SOURCE = "en";

/** Whether a language is as its data say: nothing that does not fit, and nothing missing if complete. */
export const isRight = ({ isComplete, missing, misfits }: Report): boolean =>
  misfits.length === 0 && (!isComplete || missing.length === 0);

/** Looks through one of the languages. Throws a `RangeError` where there is none of that name. */
export function checkLanguage(languages: ReadonlyMap<string, Files>, language: string): Report {
  const files = languages.get(language);
  if (files === undefined) throw new RangeError(`there is no folder web/language/${language}`);
  const sourceFiles = languages.get(SOURCE)!;
  const [texts, source] = [textsOf(files), textsOf(sourceFiles)];
  const complete = [...languages]
    .filter(([one, its]) => one !== language && metaOf(its)["state"] === "complete")
    .map(([, its]) => textsOf(its));
  const isComplete = metaOf(files)["state"] === "complete";
  const missing = [...source]
    .filter(([place, one]) => !standsFor(texts.get(place), one))
    .map(([place]) => place);
  const report = { language, ...countDone(files, sourceFiles), isComplete, missing };
  if (readLanguage(language) !== language) {
    const what = "is not the tag of a language in its usual form, such as pt-BR or uz";
    return { ...report, misfits: [{ place: "the folder's name", what }] };
  }
  const misfits = [...metaFaults(language, metaOf(files))];
  const find = (place: string, what: string) => misfits.push({ place, what });
  for (const [place, entry] of texts) {
    const original = source.get(place);
    if (original === undefined) find(place, "stands in no source: nothing shows it");
    else if (kindOf(original) !== kindOf(entry)) {
      find(place, `is ${kindOf(entry)}, and in the source ${kindOf(original)}`);
    } else {
      const others = complete.map((its) => its.get(place)).filter((one) => one !== undefined);
      for (const what of entryFaults(language, entry, original, others)) find(place, what);
    }
  }
  return { ...report, misfits };
}

const metaOf = (files: Files): Record<string, Data | undefined> =>
  (files[META] ?? {}) as Record<string, Data>;

function* metaFaults(language: string, meta: Record<string, Data | undefined>): Iterable<Finding> {
  const place = META;
  if (typeof meta["name"] !== "string" || meta["name"].trim() === "") {
    yield { place, what: "has no name of the language in itself" };
  }
  if (meta["state"] !== "complete" && meta["state"] !== "working") {
    yield { place, what: `has a state that is neither "complete" nor "working"` };
  }
  const direction = RIGHT_TO_LEFT.includes(scriptOf(language)) ? "rtl" : "ltr";
  if (meta["direction"] !== direction) {
    yield { place, what: `has not the direction "${direction}", in which it is written` };
  }
}

function entryFaults(
  language: string,
  entry: Entry,
  source: Entry,
  others: readonly Entry[],
): string[] {
  if (isForms(entry) && isForms(source))
    return formFaults(language, entry.forms, source.forms, others);
  if (typeof entry === "string") {
    return textFaults(language, entry, [source as string], others.filter(isText));
  }
  const [own, lines] = [entry as readonly Data[], source as readonly Data[]];
  if (own.length !== lines.length)
    return [`has ${own.length} entries, and the source ${lines.length}`];
  return own.flatMap((text, index) => {
    if (!isText(text)) return [`holds at ${index + 1} something else than a text`];
    const same = others.map((other) => (other as readonly Data[])[index]).filter(isText);
    return textFaults(language, text, [lines[index] as string], same).map(
      (what) => `(${index + 1}) ${what}`,
    );
  });
}

type Forms = Readonly<Record<string, string>>;

function formFaults(
  language: string,
  own: Forms,
  source: Forms,
  others: readonly Entry[],
): string[] {
  const [needed, single] = [pluralForms(language), formsOfOneNumber(language)];
  const sources = Object.values(source);
  const same = others.filter(isForms).flatMap(({ forms }) => Object.values(forms));
  return [
    ...needed
      .filter((form) => own[form] === undefined)
      .map((form) => `lacks the plural form _${form}`),
    ...Object.entries(own).flatMap(([form, text]) =>
      needed.includes(form)
        ? textFaults(language, text, sources, same, single.includes(form)).map(
            (what) => `_${form} ${what}`,
          )
        : [`has the plural form _${form}, which the language does not`],
    ),
  ];
}

function textFaults(
  language: string,
  text: string,
  sources: readonly string[],
  others: readonly string[],
  isOfOneNumber = false,
): string[] {
  if (text.trim() === "") return ["is empty"];
  const faults = [
    ...letterFaults(language, text, sources.join(" ")),
    ...lengthFaults(text, others),
  ];
  if (text !== text.trim()) faults.push("begins or ends with a space");
  if (UNSEEN.test(text)) faults.push("holds a character that nobody sees");
  const [own, needed] = [placesIn([text]), placesIn(sources)];
  for (const place of needed) {
    const isNamed = place === "{count}" && isOfOneNumber;
    if (!own.has(place) && !isNamed) faults.push(`lacks ${place}`);
  }
  for (const place of own) {
    if (!needed.has(place)) faults.push(`has ${place}, which nothing fills in`);
  }
  return faults;
}

const placesIn = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []));

const isText = (value: unknown): value is string => typeof value === "string";

const kindOf = (entry: Entry): string =>
  isText(entry) ? "one text" : isForms(entry) ? "a text in plural forms" : "a list";
