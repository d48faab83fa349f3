import { PAPER, RECEIPT, RESULTS, pathOf } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { Wording } from "../language/said.tsx";
import { fill, formatMoment, plural } from "../text.ts";
import { AskedBy } from "../page/asked-by.tsx";
import { Prose } from "../page/prose.tsx";
import { SourceLine } from "../page/source-line.tsx";
import { BESIDE } from "../respondent/beside.ts";
import { keepingWords } from "../respondent/keeping-words.ts";
import { PublicNotes } from "../respondent/public-notes.tsx";
import { nextWords, publishingWords } from "../respondent/publishing-words.ts";
import type { RateView } from "./answers/view.ts";

/** What a respondent should know before answering. */
export function Intro({ view }: { view: RateView }) {
  const { language, text } = useReader();
  const { consultation } = view;
  const { page } = text.rate;
  const { source } = consultation;
  const count = consultation.recommendations.length;
  const to = { id: consultation.id, lang: language };
  const { publishing } = page;
  const [schedule, protection] = publishingWords(text, consultation);
  const next = nextWords(language, text, consultation, view.now);
  return (
    <>
      <h1>
        <Wording of={consultation.title} />
      </h1>
      <Prose of={consultation.summary} class="lead" />
      <AskedBy id={consultation.id} name={consultation.askedBy} />
      <SourceLine title={source.title} source={source} />
      {consultation.translation === "working" ? (
        <p class="notice">{text.common.workingTranslation}</p>
      ) : null}
      <p>{`${plural(language, page.howLong, count, { minutes: minutesFor(count) })} ${page.maySkip}`}</p>
      <PublicNotes {...consultation} />
      {consultation.closesAt === undefined ? null : (
        <p>
          {fill(page.closes, {
            moment: formatMoment(language, consultation.closesAt, consultation.timeZone),
          })}
        </p>
      )}
      <section class="promise" aria-labelledby="privacy-heading">
        <h2 id="privacy-heading">{page.privacyHeading}</h2>
        <p>{page.nothingStored}</p>
        <p>{page.receiptPromise}</p>
        <p>{keepingWords(language, text, consultation)}</p>
        <p>{consultation.atRisk ? page.tracesAtRisk : page.traces}</p>
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
        <a href={pathOf(RECEIPT, to)} {...BESIDE}>
          {page.haveReceipt}
        </a>
        <a href={pathOf(RESULTS, to)} {...BESIDE}>
          {page.results}
        </a>
        <a href={pathOf(PAPER, to)} {...BESIDE}>
          {page.paper}
        </a>
      </p>
    </>
  );
}

/** About 45 seconds for each, in steps of five minutes (so that every language needs one plural). */
const minutesFor = (count: number): number => Math.max(5, 5 * Math.round((count * 0.75) / 5));
