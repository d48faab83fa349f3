import { COUNCIL } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber } from "../text.ts";
import type { CouncilView } from "./view.ts";

/** The query in which the page of each list is asked for. */
export const PAGE_QUERIES = { consultations: "page", addressees: "addressees" } as const;

interface Props {
  name: keyof typeof PAGE_QUERIES;
  of: CouncilView;
}

/** The way to the pages before and after, where a list has several; the other list stays where it is. */
export function Pages({ name, of }: Props) {
  const { language, text } = useReader();
  const { council } = text;
  const { page, pages } = of[name];
  if (pages === 1) return null;
  const to = (other: number): string => {
    const query = new URLSearchParams({ lang: language });
    for (const list of ["consultations", "addressees"] as const) {
      const at = list === name ? other : of[list].page;
      if (at > 1) query.set(PAGE_QUERIES[list], String(at));
    }
    return `${COUNCIL}?${query}`;
  };
  const [at, all] = [page, pages].map((one) => formatNumber(language, one));
  return (
    <nav aria-label={fill(council.pages, { page: at!, pages: all! })}>
      <p>
        {page > 1 ? <a href={to(page - 1)}>{council.pagesBefore}</a> : null}
        {` ${fill(council.pages, { page: at!, pages: all! })} `}
        {page < pages ? <a href={to(page + 1)}>{council.pagesNext}</a> : null}
      </p>
    </nav>
  );
}
