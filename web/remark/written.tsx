import type { Language } from "../../domain/language.ts";

interface Props {
  text: string;
  language: Language;
}

/**
 * What a respondent wrote: as text, whatever it looks like, in its own language and direction. Its box keeps
 * what turns the order of letters, or piles marks on them, to itself.
 */
export const Written = ({ text, language }: Props) => (
  <p class="written" lang={language} dir="auto">
    {text}
  </p>
);
