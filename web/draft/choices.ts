import { OTHER_LICENCES } from "../../domain/consultation/licence.ts";
import { ACCENTS } from "../../domain/consultation/look.ts";
import { DISCLOSURES, POLICIES, SCHEDULES } from "../../domain/disclosure/policy.ts";
import type { Language } from "../../domain/language.ts";
import { readField } from "../../domain/draft/field.ts";
import type { Rules } from "../../domain/draft/trade.ts";
import { enteredMoment } from "../../domain/draft/moment.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { formatDay, formatMoment } from "../text.ts";

/** A value that a field may have, and what it is called. */
export interface Choice {
  value: string;
  name: string;
}

/** Fields that say yes, or nothing. */
const CONSENTS = new Set(["countLanguages", "reasons", "twoPersons"]);

/** The fields that hold one day of the calendar. */
export const DAYS: readonly string[] = ["source.date", "organiser.nextBy"];

/** What a translation may be; the first language, and it alone, holds the original. */
const STATES = ["working", "checked"] as const;

/** The values that a field may have; `undefined` where anything can be entered. */
export function choicesOf({ draft }: Catalogue, name: string): Choice[] | undefined {
  if (name.startsWith("translations.")) {
    return STATES.map((value) => ({ value, name: draft.translationStates[value] }));
  }
  if (name === "disclosure") {
    return DISCLOSURES.map((value) => ({ value, name: draft.policies[value] }));
  }
  if (name === "release.every") {
    return SCHEDULES.map((value) => ({ value, name: draft.schedules[value] }));
  }
  if (name === "experts") {
    return (["", "exact"] as const).map((value) => ({ value, name: draft.experts[value] }));
  }
  if (name === "licence") {
    return (["", ...OTHER_LICENCES] as const).map((value) => ({
      value,
      name: draft.licences[value],
    }));
  }
  if (name === "accent") {
    return (["", ...ACCENTS] as const).map((value) => ({ value, name: draft.accents[value] }));
  }
  if (!CONSENTS.has(name)) return undefined;
  return [
    { value: "", name: draft.consent.no },
    { value: "yes", name: draft.consent.yes },
  ];
}

/**
 * The schedules, or ways to publish experts, that the draft's policy allows; and what stands there, even
 * where it is none of them.
 */
export function allowedChoices(
  text: Catalogue,
  name: "release.every" | "experts",
  { disclosure }: Pick<Rules, "disclosure">,
  now: string,
): Choice[] {
  const allowed: readonly string[] =
    name === "release.every"
      ? POLICIES[disclosure].schedules
      : disclosure === "at-risk"
        ? [""]
        : ["", "exact"];
  const all = choicesOf(text, name)!;
  const own = all.filter(({ value }) => allowed.includes(value) || value === now);
  return own.some(({ value }) => value === now) ? own : [{ value: now, name: now }, ...own];
}

/** What stands in a field, as people say it. */
export function valueInWords(
  text: Catalogue,
  language: Language,
  name: string,
  value: string,
  zone: string,
): string {
  const chosen = choicesOf(text, name)?.find((one) => one.value === value)?.name;
  if (chosen !== undefined) return chosen;
  if (value === "") return "–";
  if (readField(name)?.moment === true) {
    return value
      .split("\n")
      .map((one) => (enteredMoment(one) === undefined ? one : formatMoment(language, one, zone)))
      .join("\n");
  }
  return DAYS.includes(name) && isDay(value) ? formatDay(language, value) : value;
}

/** Whether a browser's own field for a day can show it. */
export const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && enteredMoment(`${value}T00:00`) !== undefined;
