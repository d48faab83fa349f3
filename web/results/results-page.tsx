import type { ReleaseList } from "../../domain/api.ts";
import type { Calendar } from "../../domain/consultation/calendar.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { LogHead } from "../../domain/organiser/log.ts";
import { RESULTS, pathOf } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { fill } from "../text.ts";
import type { Assets } from "../page/assets.ts";
import { localizeConsultation } from "../respondent/localize.ts";
import { PublicNotes } from "../respondent/public-notes.tsx";
import { Document } from "../page/document.tsx";
import { releaseWords } from "./facts/calendar-words.ts";
import { CalendarNote } from "./calendar-note.tsx";
import { queryOf } from "./facts/choices.ts";
import { Newer } from "./newer.tsx";
import { Demonstration } from "./notices.tsx";
import { NoRelease } from "./no-release.tsx";
import { OrganisersLog } from "./organisers-log.tsx";
import { ReleaseView } from "./release-view.tsx";
import { Subject } from "./subject.tsx";
import { addressOf, type ResultsView } from "./facts/view.ts";

export interface ResultsPageProps extends Reader {
  assets: Assets;
  consultation: Consultation;
  /** Where it stands today. */
  calendar: Calendar;
  /** The newest release in the order that was chosen; `undefined` before the first. */
  view: ResultsView | undefined;
  /** All releases, newest first. */
  releases: ReleaseList["releases"];
  log: LogHead | undefined;
  /** The whole address of this page, for paper. */
  address: string;
}

/** The results of a consultation: everything that its newest release says, and nothing else. */
export function ResultsPage(props: ResultsPageProps) {
  const { language, text, assets, consultation, calendar, view, releases, log, address } = props;
  const path = pathOf(RESULTS, { id: consultation.id });
  const printed = [
    address,
    ...(view === undefined ? [] : [releaseWords(props, view.release, consultation.timeZone)]),
  ].join(" · ");
  return (
    <Document
      language={language}
      text={text}
      title={`${fill(text.results.pageTitle, { title: textOf(saidIn(props, consultation, consultation.title)) })} – Kenes`}
      path={path}
      languages={consultation.languages}
      query={view && queryOf(view.choices)}
      style={assets.style}
      script={assets.resultsScript}
      printed={printed}
      wide
    >
      <Subject consultation={consultation}>
        <CalendarNote {...{ consultation, calendar, view }} />
      </Subject>
      <PublicNotes {...localizeConsultation(consultation, props)} />
      {view === undefined ? (
        <>
          <Demonstration consultation={consultation} />
          <NoRelease {...{ consultation, calendar }} />
          <OrganisersLog log={log} />
        </>
      ) : (
        <ReleaseView {...{ view, releases, log }} />
      )}
      <Newer
        consultation={consultation.id}
        release={view?.release.release ?? 0}
        hash={view?.hash}
        reload={
          view === undefined
            ? pathOf(RESULTS, { id: consultation.id, lang: language })
            : addressOf(view)
        }
      />
    </Document>
  );
}
