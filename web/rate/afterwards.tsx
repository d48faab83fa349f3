import { pathOf, RATE, RESULTS } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { textOf } from "../language/said.tsx";
import { Prose } from "../page/prose.tsx";
import type { FlatConsultation } from "../respondent/localize.ts";
import { nextWords, publishingWords, resultsAreOut } from "../respondent/publishing-words.ts";
import { fill, formatDay, formatMoment } from "../text.ts";

interface Props {
  consultation: FlatConsultation;
  /** In ms since 1970. */
  now: number;
  /** Scheme and host under which the page is read. */
  origin: string;
}

/**
 * What follows once answers are saved: when results come, what is done with them, and how others can be
 * told. Only ever drawn by the server; where a script sends, it comes in a template with the form.
 */
export function Afterwards({ consultation, now, origin }: Props) {
  const { language, text } = useReader();
  const words = text.rate.afterwards;
  const { closesAt, id, next, nextBy, timeZone } = consultation;
  const [schedule] = publishingWords(text, consultation);
  const upcoming = nextWords(language, text, consultation, now);
  const asked = text.about.consultation;
  return (
    <>
      <section class="afterwards" aria-labelledby="afterwards-heading">
        <h2 id="afterwards-heading">{words.heading}</h2>
        <p>{upcoming === undefined ? schedule : `${schedule} ${upcoming}`}</p>
        {closesAt === undefined ? null : (
          <p>
            {fill(text.rate.page.closes, { moment: formatMoment(language, closesAt, timeZone) })}
          </p>
        )}
        {next === undefined ? null : (
          <>
            <h3>{asked.next}</h3>
            <Prose of={next} />
          </>
        )}
        {nextBy === undefined ? null : (
          <p>{fill(asked.nextBy, { day: formatDay(language, nextBy) })}</p>
        )}
        {resultsAreOut(consultation, now) ? (
          <p>
            <a href={pathOf(RESULTS, { id, lang: language })}>{text.rate.page.results}</a>
          </p>
        ) : null}
      </section>
      {consultation.atRisk ? null : <PassOn consultation={consultation} origin={origin} />}
    </>
  );
}

/**
 * The way for others to the questions. The bare address: it holds no receipt, no code, no channel (by
 * which others would be counted with somebody they did not come by) and not even a language. Among
 * people at risk nobody is asked to show others that they took part.
 */
function PassOn({ consultation, origin }: Omit<Props, "now">) {
  const words = useReader().text.rate.afterwards;
  return (
    <section class="pass-on" aria-labelledby="pass-on-heading">
      <h2 id="pass-on-heading">{words.othersHeading}</h2>
      <p>{words.others}</p>
      <div class="field">
        <label for="pass-on">{words.address}</label>
        <input
          class="code-input"
          type="url"
          id="pass-on"
          readOnly
          value={origin + pathOf(RATE, { id: consultation.id })}
        />
      </div>
      <div class="buttons needs-script">
        <button type="button" class="secondary" hidden data-title={textOf(consultation.title)}>
          {words.share}
        </button>
        <button type="button" class="secondary">
          {words.copy}
        </button>
        <output data-copied={words.copied} data-not-copied={words.notCopied} />
      </div>
    </section>
  );
}
