import type { Consultation } from "../../domain/consultation/definition.ts";
import { isFilling } from "../../domain/filling.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { MOST_REPORTS } from "../../domain/translation-report.ts";
import { Form } from "../form/form.tsx";
import { languageName } from "../language/names.ts";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { placeName } from "../translation/place-options.tsx";
import { fill, formatDay, formatNumber, plural } from "../text.ts";
import { ReportsFilter } from "./reports-filter.tsx";
import { isLookedFor, lookFields, type ReportsLook, type ReportView } from "./reports-view.ts";

/** So many stand on one page. */
const ON_A_PAGE = 50;

interface Props extends SectionProps {
  definition: Consultation;
  look: ReportsLook;
  /** Those that the reader may deal with, newest day first. */
  reports: readonly ReportView[];
  /** How many are kept in all: of every language. */
  kept: number;
}

/** Reports of bad translations, with what can be done about each. */
export function ReportsPage(props: Props) {
  const { language, text, signedIn, consultation, definition, look, reports, kept } = props;
  const { id } = consultation;
  const words = text.reports;
  const number = (count: number) => formatNumber(language, count);
  const found = reports.filter((one) => isLookedFor(look, one));
  const shown = found.slice(look.from, look.from + ON_A_PAGE);
  const path = (endpoint: Parameters<typeof organisePath>[0]) =>
    organisePath(endpoint, { id, lang: language });
  const most = number(MOST_REPORTS);
  return (
    <SectionPage {...props} page={ORGANISE.reports} heading={words.title}>
      <p class="lead">{words.intro}</p>
      {isFilling(kept, MOST_REPORTS) ? (
        <p class="notice notice-warning">
          {fill(kept >= MOST_REPORTS ? words.full : words.filling, { count: number(kept), most })}
        </p>
      ) : (
        <p class="hint">{fill(words.kept, { count: number(kept), most })}</p>
      )}
      <ReportsFilter {...{ definition, look, reports }} />
      {found.length === 0 ? (
        <div class="empty">
          <p>{reports.length === 0 ? words.none : words.noneFound}</p>
        </div>
      ) : (
        <p>{plural(language, words.found, found.length)}</p>
      )}
      {shown.map((report) => (
        <article key={report.id} class="entry" aria-labelledby={`report-${report.id}`}>
          <h2 id={`report-${report.id}`}>
            {placeName(props, definition, report.place) ?? report.place}
          </h2>
          <p class="hint">
            {fill(words.about, {
              language: languageName(report.language, language),
              day: formatDay(language, report.day),
            })}
          </p>
          <blockquote class="written" lang={report.language} dir="auto">
            {report.text}
          </blockquote>
          <Form
            action={path(ORGANISE.doneReports)}
            token={signedIn.formToken}
            hidden={{ ...lookFields(look), from: String(look.from), reports: report.id }}
          >
            <button class="secondary" type="submit">
              {words.done}
              <span class="visually-hidden">
                {` ${placeName(props, definition, report.place) ?? report.place}`}
              </span>
            </button>
          </Form>
        </article>
      ))}
      <p class="pages">
        {look.from === 0 ? null : (
          <a href={withLook(path(ORGANISE.reports), { ...look, from: 0 })}>{words.first}</a>
        )}
        {found.length <= look.from + ON_A_PAGE ? null : (
          <a href={withLook(path(ORGANISE.reports), { ...look, from: look.from + ON_A_PAGE })}>
            {words.next}
          </a>
        )}
      </p>
      {found.length === 0 ? null : (
        <p class="buttons">
          <a
            class="button danger"
            href={withLook(path(ORGANISE.clearReportsPage), { ...look, from: 0 })}
          >
            {plural(language, words.clear, found.length)}
          </a>
        </p>
      )}
    </SectionPage>
  );
}

/** An address that has a query already, with what is looked for. */
export function withLook(address: string, look: ReportsLook): string {
  const more = { ...lookFields(look), ...(look.from > 0 && { from: String(look.from) }) };
  return Object.keys(more).length === 0 ? address : `${address}&${new URLSearchParams(more)}`;
}
