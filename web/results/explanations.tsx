import { API, apiPath } from "../../domain/api.ts";
import { fill, formatNumber, plural } from "../language/text.ts";
import { AGREEMENT_LIMITS } from "./agreement.ts";
import { HIDDEN_MARKS, reasonsIn } from "./hidden.ts";
import type { ResultsView } from "./view.ts";

/** What is hidden and why, for each reason that occurs. */
export function HiddenFigures({ view }: { view: ResultsView }) {
  const { hidden } = view.text.results;
  const { base } = view.release.rules;
  const reasons = reasonsIn(view);
  return (
    <section aria-labelledby="hidden">
      <h2 id="hidden">{hidden.heading}</h2>
      {reasons.length > 0 ? null : <p>{hidden.none}</p>}
      <dl class="reasons">
        {reasons.map((reason) => (
          <div key={reason}>
            <dt>{HIDDEN_MARKS[reason]}</dt>
            <dd>{fill(hidden[reason], { base })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the figures mean, and what they do not. */
export function HowToRead({ view }: { view: ResultsView }) {
  const { language, text, release } = view;
  const { read } = text.results;
  const { roundTo, minChanged, minMinutes } = release.rules;
  const limits = {
    mixed: formatNumber(language, AGREEMENT_LIMITS.mixed, 2),
    divided: formatNumber(language, AGREEMENT_LIMITS.divided, 2),
  };
  return (
    <section aria-labelledby="how-to-read">
      <h2 id="how-to-read">{read.heading}</h2>
      <ul>
        <li>{read.mean}</li>
        <li>{read.interval}</li>
        <li>{read.rank}</li>
        <li>{fill(read.disagreement, limits)}</li>
        <li>{fill(read.rounded, { roundTo })}</li>
        <li>{plural(language, read.often, minMinutes, { minChanged })}</li>
      </ul>
    </section>
  );
}

/** The release as files. */
export function Downloads({ view }: { view: ResultsView }) {
  const { language, text, consultation } = view;
  const { downloads } = text.results;
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{downloads.heading}</h2>
      <p class="buttons">
        <a
          class="button secondary"
          href={`${apiPath(API.resultsCsv, consultation.id)}?lang=${language}`}
        >
          {downloads.csv}
        </a>
        <a class="button secondary" href={apiPath(API.resultsJson, consultation.id)}>
          {downloads.json}
        </a>
      </p>
      <p class="hint">{downloads.note}</p>
    </section>
  );
}
