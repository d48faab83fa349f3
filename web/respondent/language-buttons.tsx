import type { Language } from "../../domain/language.ts";
import { RATE, pathOf } from "../../domain/paths.ts";

/** The id of the form: buttons outside it name it. */
export const formId = "ballot";

/**
 * Where the rate form posts to: the page itself, by an address that is not its own. What is posted to the
 * very address of a page makes a browser forget the page that it kept for the way back, and the answers in
 * it. Where people are at risk nothing is kept, nor shall a history tell that somebody went on.
 */
export const formAction = (id: string, atRisk: boolean, lang: Language): string =>
  pathOf(atRisk ? RATE : `${RATE}/`, { id, lang });

interface Props {
  /** The id of the form that the buttons post. */
  form?: string;
  language: Language;
  label: string;
  /** Its names, by language, in the order in which they are offered. */
  names: readonly (readonly [Language, string])[];
  /** Where the form goes to be drawn in a language, and what it asks for there. */
  actionFor: (language: Language) => string;
  value: "redraw" | "review" | "open";
}

/** Language switching that takes the entered answers along: each button posts the form. */
export function LanguageButtons({
  form = formId,
  language,
  label,
  names,
  actionFor,
  value,
}: Props) {
  if (names.length < 2) return null;
  return (
    <nav class="languages" aria-label={label}>
      {/* Enter in a text field presses a form's first button. Being disabled, this one swallows it. */}
      <button type="submit" form={form} disabled hidden aria-label={label} />
      {names.map(([one, name]) => (
        <button
          key={one}
          type="submit"
          class="link-button"
          form={form}
          formAction={actionFor(one)}
          name="do"
          value={value}
          lang={one}
          aria-current={one === language ? "true" : undefined}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
