import type { Language } from "../language.ts";
import { asTranslated, type Draft, linesOf } from "./draft.ts";
import {
  itemField,
  type List,
  LISTS,
  PLAIN_FIELDS,
  TEXT_FIELDS,
  translationField,
} from "./field.ts";
import { momentOf } from "./moment.ts";

type Texts = Partial<Record<Language, string>>;

/** A definition in which any text may be missing in any language. */
export interface PartialDefinition {
  id: string;
  languages: readonly Language[];
  timeZone: string;
  title: Texts;
  summary: Texts;
  source: { title: Texts; publisher: string; date: string; isbn?: string; chapter?: string };
  organiser?:
    | {
        name?: Texts;
        contact?: Texts;
        purpose?: Texts | undefined;
        next?: Texts | undefined;
        nextBy?: string | undefined;
        report?: string | undefined;
        responsible?: Texts | undefined;
        keptFor?: Texts | undefined;
      }
    | undefined;
  translations: Readonly<Record<Language, string>>;
  addressees: { code: string; name: Texts }[];
  recommendations: {
    code: string;
    addressee: string;
    title: Texts;
    statement: Texts;
    measures?: Texts[];
    suggestedBy?: string | undefined;
  }[];
  about: {
    code: string;
    question: Texts;
    why: Texts;
    population?: { source: string } | undefined;
    options: { code: string; label: Texts; share?: number | undefined }[];
  }[];
  channels?: { code: string; label: Texts }[] | undefined;
  countLanguages?: true | undefined;
  continues?: { consultation: string } | undefined;
  reasons?: true | undefined;
  release: {
    every: string;
    groups?: number | undefined;
    flags?: number | undefined;
    groupsAt?: string[] | undefined;
  };
  disclosure: string;
  opensAt?: string | undefined;
  closesAt?: string | undefined;
  leaveTo?: string | undefined;
  experts?: string | undefined;
  people?: { number: number; source: string } | undefined;
  twoPersons?: boolean | undefined;
  purgeAfterDays?: number | undefined;
  licence?: string | undefined;
  accent?: string | undefined;
  emblem?: { file: string; alt: Texts } | undefined;
}

/** The draft that says what a definition says; for a copy, for changes, or of an imported one. */
export function draftOf(definition: PartialDefinition): Draft {
  const fields: [string, string][] = [];
  const put = (name: string, value: string | number | boolean | undefined) => {
    if (value !== undefined && value !== "") fields.push([name, String(value).normalize("NFC")]);
  };
  const { languages, organiser, source, translations, release } = definition;
  const putTexts = (base: string, texts: Texts) => {
    for (const language of languages) put(`${base}.${language}`, texts[language]?.trim());
  };
  const putLines = (base: string, lines: Texts[]) =>
    putTexts(
      base,
      Object.fromEntries(
        languages.map((language) => [
          language,
          // A line that is missing stays an empty one, so that those below keep their places.
          oneALine(lines.map((line) => line[language] ?? "")),
        ]),
      ),
    );
  const plain: Record<(typeof PLAIN_FIELDS)[number], string | number | boolean | undefined> = {
    id: definition.id,
    languages: languages.join(" "),
    timeZone: definition.timeZone,
    "organiser.nextBy": organiser?.nextBy,
    "organiser.report": organiser?.report,
    "source.publisher": source.publisher,
    "source.date": source.date,
    "source.isbn": source.isbn,
    "source.chapter": source.chapter,
    "continues.consultation": definition.continues?.consultation,
    "release.every": release.every,
    "release.groups": release.groups,
    // Left empty it would be what a new consultation has.
    "release.flags": release.flags ?? 0,
    "release.groupsAt": release.groupsAt?.map((day) => momentOf(day)).join("\n"),
    disclosure: definition.disclosure,
    opensAt: momentOf(definition.opensAt ?? ""),
    closesAt: momentOf(definition.closesAt ?? ""),
    leaveTo: definition.leaveTo,
    experts: definition.experts,
    "people.number": definition.people?.number,
    "people.source": definition.people?.source,
    countLanguages: definition.countLanguages === true ? "yes" : undefined,
    reasons: definition.reasons === true ? "yes" : undefined,
    twoPersons: definition.twoPersons === true ? "yes" : undefined,
    purgeAfterDays: definition.purgeAfterDays,
    licence: definition.licence,
    accent: definition.accent,
    "emblem.file": definition.emblem?.file,
  };
  for (const name of PLAIN_FIELDS) put(name, plain[name]);
  for (const language of languages.slice(1)) {
    put(translationField(language), translations[language]);
  }
  const texts: Record<(typeof TEXT_FIELDS)[number], Texts | undefined> = {
    title: definition.title,
    summary: definition.summary,
    "organiser.name": organiser?.name,
    "organiser.contact": organiser?.contact,
    "organiser.purpose": organiser?.purpose,
    "organiser.next": organiser?.next,
    "organiser.responsible": organiser?.responsible,
    "organiser.keptFor": organiser?.keptFor,
    "source.title": source.title,
    "emblem.alt": definition.emblem?.alt,
  };
  for (const name of TEXT_FIELDS) putTexts(name, texts[name] ?? {});
  for (const list of Object.keys(LISTS) as List[]) {
    put(list, (definition[list] ?? []).map((_, index) => index + 1).join(" "));
  }
  const at = (list: List, index: number, part: string) => itemField(list, String(index + 1), part);
  definition.addressees.forEach(({ code, name }, index) => {
    put(at("addressees", index, "code"), code);
    putTexts(at("addressees", index, "name"), name);
  });
  definition.recommendations.forEach((one, index) => {
    put(at("recommendations", index, "code"), one.code);
    put(at("recommendations", index, "addressee"), one.addressee);
    put(at("recommendations", index, "suggestedBy"), one.suggestedBy);
    putTexts(at("recommendations", index, "title"), one.title);
    putTexts(at("recommendations", index, "statement"), one.statement);
    putLines(at("recommendations", index, "measures"), one.measures ?? []);
  });
  definition.about.forEach((question, index) => {
    put(at("about", index, "code"), question.code);
    put(at("about", index, "options"), question.options.map(({ code }) => code).join("\n"));
    put(at("about", index, "shares"), oneALine(question.options.map(({ share }) => share ?? "")));
    put(at("about", index, "population"), question.population?.source);
    putTexts(at("about", index, "question"), question.question);
    putTexts(at("about", index, "why"), question.why);
    putLines(
      at("about", index, "labels"),
      question.options.map(({ label }) => label),
    );
  });
  definition.channels?.forEach(({ code, label }, index) => {
    put(at("channels", index, "code"), code);
    putTexts(at("channels", index, "label"), label);
  });
  return asTranslated({ fields: Object.fromEntries(fields) });
}

/** Values one a line; those that are missing at the end are left out. */
const oneALine = (values: readonly (string | number)[]): string =>
  linesOf(values.join("\n")).join("\n");
