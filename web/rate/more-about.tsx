import { PAPER, RESULTS, pathOf } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { Prose } from "../page/prose.tsx";
import { SourceLine } from "../page/source-line.tsx";
import { BESIDE } from "../respondent/beside.ts";
import { keepingWords } from "../respondent/keeping-words.ts";
import { PublicNotes } from "../respondent/public-notes.tsx";
import { fill, formatMoment } from "../text.ts";
import { nextWords, publishingWords } from "../respondent/publishing-words.ts";
import type { RateView } from "./answers/view.ts";

/** Everything that can be known before answering, folded together; the introduction whole. */
export function MoreAbout({ view }: { view: RateView }) {
  const { language, text } = useReader();
  const { consultation } = view;
  const { atRisk, closesAt, closings, corrections, source, timeZone } = consultation;
  const { page } = text.rate;
  const reasonsTold = atRisk ? text.remark.rate.toldAtRisk : text.remark.rate.told;
  const { publishing } = page;
  const [schedule, protection] = publishingWords(text, consultation);
  const next = nextWords(language, text, consultation, view.now);
  const to = { id: consultation.id, lang: language };
  return (
    <>
      {corrections.length + closings.length === 0 ? null : (
        <details>
          <summary>{page.changed}</summary>
          <PublicNotes {...consultation} />
        </details>
      )}
      <details class="more-about">
        <summary>{page.more}</summary>
        <Prose of={consultation.summary} />
        <p>{page.maySkip}</p>
        {closesAt === undefined ? null : (
          <p>{fill(page.closes, { moment: formatMoment(language, closesAt, timeZone) })}</p>
        )}
        <SourceLine title={source.title} source={source} />
        {consultation.translation === "working" ? (
          <p class="notice">{text.common.workingTranslation}</p>
        ) : null}
        <section class="promise" aria-labelledby="privacy-heading">
          <h2 id="privacy-heading">{page.privacyHeading}</h2>
          <p>{page.nothingStored}</p>
          {consultation.reasons ? <p>{reasonsTold}</p> : null}
          <p>{page.receiptPromise}</p>
          <p>{keepingWords(language, text, consultation)}</p>
          <p>{atRisk ? page.tracesAtRisk : page.traces}</p>
        </section>
        <section class="promise" aria-labelledby="publishing-heading">
          <h2 id="publishing-heading">{publishing.heading}</h2>
          <p>{next === undefined ? schedule : `${schedule} ${next}`}</p>
          <p>{protection}</p>
          {consultation.every === "demonstration" ? null : (
            <details>
              <summary>{publishing.moreHeading}</summary>
              <p>{publishing.more}</p>
            </details>
          )}
        </section>
        <p class="buttons">
          <a href={pathOf(RESULTS, to)} {...BESIDE}>
            {page.results}
          </a>
          <a href={pathOf(PAPER, to)} {...BESIDE}>
            {page.paper}
          </a>
        </p>
      </details>
    </>
  );
}
