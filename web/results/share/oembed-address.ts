import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Language } from "../../../domain/language.ts";
import { API_OEMBED, pathOf, RESULTS } from "../../../domain/paths.ts";

interface Page {
  origin: string;
  language: Language;
  consultation: Pick<Consultation, "id" | "disclosure">;
}

/**
 * What a results page gives to editors that look into its head (oembed.com, "discovery"). None where taking
 * part may be dangerous: those results are in no frame.
 */
export const oembedAddress = ({ origin, language, consultation }: Page): string | undefined => {
  const { id, disclosure } = consultation;
  const page = origin + pathOf(RESULTS, { id, lang: language });
  return disclosure === "at-risk"
    ? undefined
    : `${origin}${API_OEMBED}?${new URLSearchParams({ url: page }).toString()}`;
};
