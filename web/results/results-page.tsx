import type { ReleaseList } from "../../domain/api.ts";
import type { Calendar } from "../../domain/consultation/calendar.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { lookOf } from "../../domain/consultation/look.ts";
import type { LogHead } from "../../domain/organiser/log.ts";
import { COMPARE, LEDGER, RESULTS, pathOf } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { sharedAbout, titleAbout } from "../respondent/consultation-head.ts";
import { headed, localizeConsultation } from "../respondent/localize.ts";
import { PublicNotes } from "../respondent/public-notes.tsx";
import { type Neighbours, WaveNote } from "../respondent/wave-note.tsx";
import { Emblem } from "../page/emblem.tsx";
import { MadeUp } from "../page/made-up.tsx";
import { Document } from "../page/document.tsx";
import { releaseWords } from "./facts/calendar-words.ts";
import { CalendarNote } from "./calendar-note.tsx";
import { queryOf } from "./facts/choices.ts";
import { feedsFor } from "../news/follow-links.ts";
import { oembedAddress } from "./share/oembed-address.ts";
import { Newer } from "./newer.tsx";
import { Demonstration } from "./notices.tsx";
import { NoRelease } from "./no-release.tsx";
import { OrganisersLog } from "./organisers-log.tsx";
import { ReleaseView } from "./release-view.tsx";
import { Subject } from "./subject.tsx";
import { addressOf, type ResultsView } from "./facts/view.ts";

export interface ResultsPageProps extends Reader {
  assets: Assets;
  /** Under which address people find this installation. */
  origin: string;
  consultation: Consultation;
  /** Where it stands today. */
  calendar: Calendar;
  /** The newest release in the order that was chosen; `undefined` before the first. */
  view: ResultsView | undefined;
  /** Whether official answers were made up to try Kenes out. */
  madeUp?: boolean;
  /** All releases, newest first. */
  releases: ReleaseList["releases"];
  log: LogHead | undefined;
  /** Which consultation it continues, and which continue it; left out where it stands alone. */
  waves?: Neighbours | undefined;
}

/** The results of a consultation: everything that its newest release says, and nothing else. */
export function ResultsPage(props: ResultsPageProps) {
  const { language, text, assets, origin, consultation, calendar, view, releases, log } = props;
  const head = headed(consultation, props);
  const path = pathOf(RESULTS, { id: consultation.id });
  const wave = props.waves?.earlier ?? props.waves?.later.at(-1);
  const printed = [
    origin + path,
    ...(view === undefined ? [] : [releaseWords(props, view.release, consultation.timeZone)]),
  ].join(" · ");
  return (
    <Document
      language={language}
      text={text}
      title={titleAbout(props, head, text.results.eyebrow)}
      shared={sharedAbout(props, props.origin, head, text.results.eyebrow)}
      path={path}
      languages={consultation.languages}
      query={view && queryOf(view.choices)}
      style={assets.readingStyle}
      accent={lookOf(consultation).accent}
      script={assets.resultsScript}
      feeds={feedsFor(props, consultation)}
      oembed={oembedAddress(props)}
      printed={printed}
      wide
    >
      <Emblem consultation={consultation} />
      <Subject consultation={consultation}>
        <CalendarNote {...{ consultation, calendar, view }} />
      </Subject>
      {props.waves === undefined ? null : <WaveNote {...props.waves} />}
      {view === undefined || wave === undefined ? null : (
        <p>
          <a href={`${pathOf(COMPARE, { id: consultation.id })}?with=${wave.id}&lang=${language}`}>
            {text.compare.linkWaves}
          </a>
        </p>
      )}
      <PublicNotes {...localizeConsultation(consultation, props)} />
      <p>
        <a href={pathOf(LEDGER, { id: consultation.id, lang: language })}>{text.ledger.link}</a>
      </p>
      <MadeUp isSo={props.madeUp === true} />
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
