import type { Language } from "../../domain/language.ts";
import { RESULTS, pathOf } from "../../domain/paths.ts";
import type { Catalogue } from "../language/catalogue.ts";

interface Props {
  /** Of the consultation. */
  id: string;
  language: Language;
  text: Catalogue;
}

/** Thanks, and where the results are; the address is in letters, since paper cannot be clicked. */
export function Closing({ id, language, text: { paper } }: Props) {
  const address = pathOf(RESULTS, { id });
  return (
    <section class="paper-question" aria-labelledby="thanks-heading">
      <h2 id="thanks-heading">{paper.thanks}</h2>
      <p>
        {`${paper.results} `}
        <a class="address" href={pathOf(RESULTS, { id, lang: language })}>
          {address}
        </a>
      </p>
    </section>
  );
}
