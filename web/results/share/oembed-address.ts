import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Language } from "../../../domain/language.ts";
import { API_OEMBED, pathOf, RESULTS, withQuery } from "../../../domain/paths.ts";
import { ballotsOf } from "../facts/choices.ts";
import type { ResultsView } from "../facts/view.ts";

interface Page {
  origin: string;
  language: Language;
  consultation: Pick<Consultation, "id" | "disclosure">;
  /** What it shows; `undefined` before the first release. */
  view: Pick<ResultsView, "choices"> | undefined;
}

/**
 * What a results page gives to editors that look into its head (oembed.com, "discovery"). None where taking
 * part may be dangerous: those results are in no frame.
 */
export const oembedAddress = ({
  origin,
  language,
  consultation,
  view,
}: Page): string | undefined => {
  const { id, disclosure } = consultation;
  const ballots = view && ballotsOf(view.choices);
  const page = origin + withQuery(pathOf(RESULTS, { id }), { ...ballots, lang: language });
  return disclosure === "at-risk"
    ? undefined
    : `${origin}${API_OEMBED}?${new URLSearchParams({ url: page }).toString()}`;
};
