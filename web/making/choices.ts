import { DISCLOSURES } from "../../domain/disclosure/policy.ts";
import type { Language } from "../../domain/language.ts";
import { readField } from "../../domain/making/field.ts";
import { enteredMoment } from "../../domain/making/moment.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { formatDay, formatMoment } from "../language/text.ts";

/** A value that a field may have, and what it is called. */
export interface Choice {
  value: string;
  name: string;
}

/** Fields that say yes, or nothing. */
const CONSENTS = new Set(["smallPanelConsent", "countLanguages", "twoPersons"]);

const STATES = ["original", "working", "checked"] as const;

/** The values that a field may have; `undefined` where anything can be entered. */
export function choicesOf({ making }: Catalogue, name: string): Choice[] | undefined {
  if (name.startsWith("translations.")) {
    return STATES.map((value) => ({ value, name: making.translationStates[value] }));
  }
  if (name === "disclosure") {
    return DISCLOSURES.map((value) => ({ value, name: making.policies[value] }));
  }
  if (!CONSENTS.has(name)) return undefined;
  return [
    { value: "", name: making.consent.no },
    { value: "yes", name: making.consent.yes },
  ];
}

/** What stands in a field, as people say it. */
export function valueInWords(
  text: Catalogue,
  language: Language,
  name: string,
  value: string,
): string {
  const chosen = choicesOf(text, name)?.find((one) => one.value === value)?.name;
  if (chosen !== undefined) return chosen;
  if (value === "") return "–";
  if (readField(name)?.moment === true && enteredMoment(value) !== undefined) {
    return formatMoment(language, value);
  }
  return name === "source.date" && isDay(value) ? formatDay(language, value) : value;
}

/** Whether a browser's own field for a day can show it. */
export const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && enteredMoment(`${value}T00:00`) !== undefined;
