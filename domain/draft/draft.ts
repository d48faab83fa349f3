/**
 * A draft of a consultation: what its definition will say, with any text still missing. It is kept
 * flat, one value for each field, so that each field can be edited, compared and put back alone.
 */
import { type Language, readLanguage } from "../language.ts";
import { isTimeZone } from "../consultation/time-zone.ts";
import { type List, readField } from "./field.ts";
import { markOf } from "./mark.ts";

export interface Draft {
  /** What stands in each field. A field that is not there is empty. Lists hold their items' keys. */
  fields: Readonly<Record<string, string>>;
  /** For each translation: the mark of the original text from which it was made. */
  madeFrom: Readonly<Record<string, string>>;
}

/** What stands in a field; empty when nothing does. */
export const valueOf = ({ fields }: Pick<Draft, "fields">, name: string): string =>
  Object.hasOwn(fields, name) ? fields[name]! : "";

/** The keys of a list's items, in their order. */
export const keysOf = (draft: Pick<Draft, "fields">, list: List): string[] =>
  valueOf(draft, list).split(" ").filter(Boolean);

/**
 * The lines of a field that holds several texts. An empty one between others is a text that is
 * missing, so that those below it keep their places; empty ones at the end are none.
 */
export const linesOf = (text: string): string[] => {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.slice(0, lines.findLastIndex((line) => line !== "") + 1);
};

/** The languages of the consultation, in order; the first is the one that its texts were written in. */
export const languagesOf = (draft: Pick<Draft, "fields">): Language[] => {
  const named = valueOf(draft, "languages")
    .split(" ")
    .filter((tag) => tag !== "" && readLanguage(tag) === tag);
  return named.length > 0 ? [...new Set(named)] : [FIRST];
};

/** The language of a draft that names none. */
const FIRST: Language = "en";

/** The language that the texts were first written in. */
export const originalOf = (draft: Pick<Draft, "fields">): Language => languagesOf(draft)[0]!;

/** The zone in which its days and hours are told; UTC where the draft names none that there is. */
export function zoneOf(draft: Pick<Draft, "fields">): string {
  const zone = valueOf(draft, "timeZone");
  return isTimeZone(zone) ? zone : "UTC";
}

/** A draft without any text; rules and policy are the usual ones. */
export const emptyDraft = (id: string, languages: readonly Language[]): Draft => ({
  fields: {
    id,
    languages: languages.join(" "),
    timeZone: "UTC",
    "release.every": "week",
    disclosure: "standard",
    reasons: "yes",
  },
  madeFrom: {},
});

/** The same draft, with every translation taken as made from the original as it stands. */
export function asTranslated({ fields }: Pick<Draft, "fields">): Draft {
  const original = originalOf({ fields });
  const madeFrom = Object.keys(fields).flatMap((name): [string, string][] => {
    const { language, base } = readField(name) ?? {};
    if (language === undefined || language === original) return [];
    return [[name, markOf(valueOf({ fields }, `${base}.${original}`))]];
  });
  return { fields, madeFrom: Object.fromEntries(madeFrom) };
}
