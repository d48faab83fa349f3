import type { Language } from "../../domain/language.ts";
import { RATE, pathOf } from "../../domain/paths.ts";

/** The id of the form: buttons outside it name it. */
export const formId = "ballot";

/** Where the rate form posts to. */
export const formAction = (consultation: string, language: Language): string =>
  pathOf(RATE, { id: consultation, lang: language });

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
