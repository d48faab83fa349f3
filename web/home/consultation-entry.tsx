import type { Consultation } from "../../domain/consultation/definition.ts";
import { RATE, RESULTS, pathOf } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { fill, plural } from "../text.ts";
import { SourceLine } from "../page/source-line.tsx";

/** One consultation in the list. */
export function ConsultationEntry({ consultation }: { consultation: Consultation }) {
  const { language, text } = useReader();
  const { home, common } = text;
  const { id, addressees, recommendations } = consultation;
  const title = consultation.title[language];
  const to = { id, lang: language };
  return (
    <article class="entry" aria-labelledby={`title-${id}`}>
      <h2 id={`title-${id}`}>{title}</h2>
      <p>{consultation.summary[language]}</p>
      {consultation.release.every === "demonstration" ? (
        <p class="hint">{text.results.demonstration}</p>
      ) : null}
      <dl class="facts">
        <dt>{common.addressedTo}</dt>
        {addressees.map(({ code, name }) => (
          <dd key={code}>
            {`${name[language]}: ${plural(
              language,
              home.recommendations,
              recommendations.filter((one) => one.addressee === code).length,
            )}`}
          </dd>
        ))}
      </dl>
      <SourceLine title={consultation.source.title[language]} source={consultation.source} />
      <p class="buttons">
        <a
          class="button primary"
          href={pathOf(RATE, to)}
          aria-label={fill(home.rateNamed, { title })}
        >
          {home.rate}
        </a>
        <a
          class="button secondary"
          href={pathOf(RESULTS, to)}
          aria-label={fill(home.resultsNamed, { title })}
        >
          {home.results}
        </a>
      </p>
    </article>
  );
}
