import type { Consultation } from "../../domain/consultation/definition.ts";
import { RATE, RESULTS, pathOf } from "../../domain/paths.ts";
import type { Texts } from "../../domain/language.ts";
import { useReader } from "../language/reader.ts";
import { saidIn, textOf, Wording } from "../language/said.tsx";
import { fill, plural } from "../text.ts";
import { AskedBy } from "../page/asked-by.tsx";
import { Prose } from "../page/prose.tsx";
import { SourceLine } from "../page/source-line.tsx";

/** One consultation in the list. */
export function ConsultationEntry({ consultation }: { consultation: Consultation }) {
  const reader = useReader();
  const { language, text } = reader;
  const said = (texts: Texts) => saidIn(reader, consultation, texts);
  const { home, common } = text;
  const { id, addressees, recommendations } = consultation;
  const title = textOf(said(consultation.title));
  const to = { id, lang: language };
  return (
    <article class="entry" aria-labelledby={`title-${id}`}>
      <h2 id={`title-${id}`}>
        <Wording of={said(consultation.title)} />
      </h2>
      <Prose of={said(consultation.summary)} />
      {consultation.release.every === "demonstration" ? (
        <p class="hint">{text.results.demonstration}</p>
      ) : null}
      <dl class="facts">
        <dt>{common.addressedTo}</dt>
        {addressees.map(({ code, name }) => (
          <dd key={code}>
            <Wording of={said(name)} />
            {`: ${plural(
              language,
              home.recommendations,
              recommendations.filter((one) => one.addressee === code).length,
            )}`}
          </dd>
        ))}
      </dl>
      <AskedBy id={id} name={consultation.organiser && said(consultation.organiser.name)} />
      <SourceLine title={said(consultation.source.title)} source={consultation.source} />
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
