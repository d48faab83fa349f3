import type { Language, Texts } from "../language.ts";
import { type Draft, keysOf, languagesOf, valueOf } from "./draft.ts";
import { itemField } from "./field.ts";
import { unusedName } from "./made-codes.ts";
import { KAZAKHSTAN } from "./ready-kazakhstan.ts";
import type { ReadyOption } from "./ready-option.ts";
import { NUTS, type NutsCountry } from "./ready-nuts.ts";
import {
  AGE_QUESTION,
  AGE_WHY,
  AGES,
  ELSEWHERE,
  GENDER_QUESTION,
  GENDER_WHY,
  GENDERS,
  REGION_QUESTION,
  REGION_WHY,
} from "./ready-texts.ts";

/** The states whose regions there are, in the order of their codes. */
const NUTS_COUNTRIES = Object.keys(NUTS) as NutsCountry[];

/** Every question that is written already. */
export const READY_QUESTIONS = [
  "age",
  "gender",
  "kazakhstan",
  ...NUTS_COUNTRIES.map((country) => `nuts-${country}` as const),
] as const;
export type ReadyQuestion = (typeof READY_QUESTIONS)[number];

interface Written {
  code: string;
  question: Texts;
  why: Texts;
  options: (languages: readonly Language[]) => readonly ReadyOption[];
}

function written(which: ReadyQuestion): Written {
  if (which === "age") {
    return { code: "age", question: AGE_QUESTION, why: AGE_WHY, options: () => AGES };
  }
  if (which === "gender") {
    return { code: "gender", question: GENDER_QUESTION, why: GENDER_WHY, options: () => GENDERS };
  }
  const region = { code: "region", question: REGION_QUESTION, why: REGION_WHY };
  if (which === "kazakhstan") return { ...region, options: () => KAZAKHSTAN };
  const country = which.slice("nuts-".length) as NutsCountry;
  return {
    ...region,
    options: (languages) => [
      ...NUTS[country].map((row) => officialName(row, languages)),
      ELSEWHERE,
    ],
  };
}

/** A proper name can stand in every language that is written in its letters. */
function officialName(row: string, languages: readonly Language[]): ReadyOption {
  const [code = ""] = row.split(" ", 1);
  const name = row.slice(code.length + 1);
  const inLatin = languages.filter(
    (language) => new Intl.Locale(language).maximize().script === "Latn",
  );
  return { code, label: Object.fromEntries(inLatin.map((language) => [language, name])) };
}

/** The fields of a ready-made question as an item of a draft, in those of its languages that it is written in. */
export function readyFields(
  draft: Draft,
  which: ReadyQuestion,
  key: string,
): Record<string, string> {
  const languages = languagesOf(draft);
  const { code, question, why, options } = written(which);
  const all = options(languages);
  const at = (part: string) => itemField("about", key, part);
  const taken = keysOf(draft, "about").map((one) =>
    valueOf(draft, itemField("about", one, "code")),
  );
  return {
    [at("code")]: unusedName(code, taken),
    [at("options")]: all.map((one) => one.code).join("\n"),
    ...Object.fromEntries(
      languages.flatMap((language) => [
        [`${at("question")}.${language}`, question[language] ?? ""],
        [`${at("why")}.${language}`, why[language] ?? ""],
        // A line that is missing stays an empty one, so that those below keep their places.
        [
          `${at("labels")}.${language}`,
          all
            .map((one) => one.label[language] ?? "")
            .join("\n")
            .replace(/^\n+$|\n+$/, ""),
        ],
      ]),
    ),
  };
}
