import { fill, formatNumber, plural } from "../language/text.ts";
import { AGREEMENT_LIMITS } from "./agreement.ts";
import { formatScore } from "./format.ts";
import { hiddenMark, reasonsIn, reasonWords } from "./hidden.ts";
import type { ResultsView } from "./view.ts";

/** What is hidden and why, for each reason that occurs. */
export function HiddenFigures({ view }: { view: ResultsView }) {
  const { hidden } = view.text.results;
  const reasons = reasonsIn(view);
  return (
    <section aria-labelledby="hidden">
      <h2 id="hidden">{hidden.heading}</h2>
      {reasons.length > 0 ? null : <p>{hidden.none}</p>}
      <dl class="reasons">
        {reasons.map((reason) => (
          <div key={reason}>
            <dt>{hiddenMark(reason)}</dt>
            <dd>{reasonWords(view, reason)}</dd>
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
  const { base, roundTo, minChanged, minMinutes, disclosure } = release.rules;
  const limits = {
    mixed: formatNumber(language, AGREEMENT_LIMITS.mixed, 2),
    divided: formatNumber(language, AGREEMENT_LIMITS.divided, 2),
  };
  return (
    <section aria-labelledby="how-to-read">
      <h2 id="how-to-read">{read.heading}</h2>
      <p class="notice">{read.selfSelected}</p>
      <ul>
        <li>{read.mean}</li>
        <li>{read.interval}</li>
        <li>{read.rank}</li>
        <li>{read.gap}</li>
        <li>{read.consensus}</li>
        <li>{fill(read.disagreement, limits)}</li>
        <li>{read.first}</li>
        <li>{fill(read.rules[disclosure], { base, roundTo })}</li>
        <li>{plural(language, read.often, minMinutes, { minChanged })}</li>
        <Checks view={view} />
        <li>{read.methods}</li>
      </ul>
    </section>
  );
}

/** How the questionnaire did, and how far the experts agree in all. */
function Checks({ view }: { view: ResultsView }) {
  const { language, text, release } = view;
  const { read } = text.results;
  const { orderCheck, concordance } = release;
  return (
    <>
      {orderCheck === null ? null : (
        <li>
          {fill(orderCheck.flagged ? read.order.flagged : read.order.fine, {
            first: formatScore(language, orderCheck.first),
            last: formatScore(language, orderCheck.last),
          })}
        </li>
      )}
      {concordance === null ? null : (
        <li>
          {fill(read.concordance, {
            w: formatScore(language, concordance.w),
            raters: formatNumber(language, concordance.raters),
          })}
        </li>
      )}
    </>
  );
}
