import { languageName } from "../language/names.ts";
import type { Language } from "../../domain/language.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber } from "../text.ts";
import { Written } from "./written.tsx";

/** A text of a respondent's as it is published. */
export interface RemarkView {
  hash: string;
  text: string;
  language: Language;
  /** Everybody who wrote it answered as an expert. */
  expert: boolean;
}

/** So many on one page. */
const ON_A_PAGE = 20;

interface Props {
  remarks: readonly RemarkView[];
  /** Which page, from 1; the nearest that there is. */
  page: number;
  /** The address of each page. */
  addressOf: (page: number) => string;
  /** Whether experts are told apart: only where the release tells of so many of them. */
  markExperts: boolean;
  /** What the list is called, for those who do not see it. */
  label: string;
}

/** The page that an address asks for; the first where it asks for none. */
export const readPage = (asked: string | null | undefined): number =>
  /^[1-9]\d{0,5}$/.test(asked ?? "") ? Number(asked) : 1;

/** Of how many pages so many texts are. */
export const pagesOf = (remarks: readonly unknown[]): number =>
  Math.max(1, Math.ceil(remarks.length / ON_A_PAGE));

/** Texts of respondents', twenty at a time, in an order that tells nothing and stays. */
export function RemarkList({ remarks, page, addressOf, markExperts, label }: Props) {
  const { language, text } = useReader();
  const words = text.moderation.shown;
  const pages = pagesOf(remarks);
  const now = Math.min(Math.max(page, 1), pages);
  const number = (value: number) => formatNumber(language, value);
  return (
    <>
      <ul class="written-list" aria-label={label}>
        {remarks.slice((now - 1) * ON_A_PAGE, now * ON_A_PAGE).map((one) => (
          <li key={one.hash}>
            <Written text={one.text} language={one.language} />
            {one.language === text.language && !(markExperts && one.expert) ? null : (
              <p class="hint">
                {[
                  ...(markExperts && one.expert ? [words.expert] : []),
                  ...(one.language === text.language ? [] : [languageName(one.language, language)]),
                ].join(" · ")}
              </p>
            )}
          </li>
        ))}
      </ul>
      {pages === 1 ? null : (
        <nav class="pages" aria-label={words.pages}>
          {now === 1 ? null : (
            <a href={addressOf(now - 1)} rel="prev">
              {words.previous}
            </a>
          )}
          <span>{fill(words.page, { page: number(now), pages: number(pages) })}</span>
          {now === pages ? null : (
            <a href={addressOf(now + 1)} rel="next">
              {words.next}
            </a>
          )}
        </nav>
      )}
    </>
  );
}
