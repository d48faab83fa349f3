import type { ReleaseList } from "../../domain/api.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { lookOf } from "../../domain/consultation/look.ts";
import type { Life } from "../../domain/consultation/life.ts";
import type { LogHead } from "../../domain/organiser/log.ts";
import { RESULTS, pathOf } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { sharedAbout, titleAbout } from "../respondent/consultation-head.ts";
import { headed, localizeConsultation } from "../respondent/localize.ts";
import { PauseNote } from "../respondent/pause-note.tsx";
import { PublicNotes } from "../respondent/public-notes.tsx";
import { Emblem } from "../page/emblem.tsx";
import { Document } from "../page/document.tsx";
import { queryOf } from "./facts/choices.ts";
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
  /** The newest release in the order that was chosen; `undefined` before the first. */
  view: ResultsView | undefined;
  /** All releases, newest first. */
  releases: ReleaseList["releases"];
  log: LogHead | undefined;
  /** Why no answers are taken just now; `undefined` when they are, or when it has closed. */
  paused: { pause: Life["pause"] } | undefined;
}

/** The results of a consultation: everything that its newest release says, and nothing else. */
export function ResultsPage(props: ResultsPageProps) {
  const { language, text, assets, consultation, view, releases, log, paused } = props;
  const head = headed(consultation, props);
  const path = pathOf(RESULTS, { id: consultation.id });
  return (
    <Document
      language={language}
      text={text}
      title={titleAbout(props, head, text.results.eyebrow)}
      shared={sharedAbout(props, props.origin, head, text.results.eyebrow)}
      path={path}
      languages={consultation.languages}
      query={view && queryOf(view.choices)}
      style={assets.style}
      accent={lookOf(consultation).accent}
      script={assets.resultsScript}
      oembed={oembedAddress(props)}
      wide
    >
      <Emblem consultation={consultation} />
      <Subject consultation={consultation} />
      {paused === undefined ? null : (
        <div class="notice">
          <p>{text.rate.closed.paused}</p>
          <PauseNote {...{ consultation }} {...paused} />
        </div>
      )}
      <PublicNotes {...localizeConsultation(consultation, props)} />
      {view === undefined ? (
        <>
          <Demonstration consultation={consultation} />
          <NoRelease consultation={consultation} />
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
