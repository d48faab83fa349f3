import type { Consultation } from "../../domain/consultation.ts";
import type { Language } from "../../domain/language.ts";
import type { Release } from "../../domain/release/schema.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill } from "../language/text.ts";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { Newer } from "./newer.tsx";
import { NoRelease } from "./no-release.tsx";
import { readSort } from "./order.ts";
import { ReleaseView } from "./release-view.tsx";
import { Subject } from "./subject.tsx";
import { resultsView } from "./view.ts";

export interface ResultsPageProps {
  language: Language;
  text: Catalogue;
  assets: Assets;
  consultation: Consultation;
  /** The newest release; `undefined` before the first. */
  release: Release | undefined;
  /** SHA-256 of the bytes of that release. */
  hash: string | undefined;
  /** The order that was asked for, as it came. */
  sort?: string | undefined;
}

/** The results of a consultation: everything that its newest release says, and nothing else. */
export function ResultsPage(props: ResultsPageProps) {
  const { language, text, assets, consultation, release, hash } = props;
  const path = `/c/${consultation.id}/results`;
  const sort = readSort(props.sort);
  return (
    <Document
      language={language}
      text={text}
      title={`${fill(text.results.pageTitle, { title: consultation.title[language] })} – Kenes`}
      path={path}
      query={props.sort === undefined ? undefined : { sort }}
      style={assets.style}
      script={assets.resultsScript}
      wide
    >
      <Subject language={language} text={text} consultation={consultation} />
      {release === undefined ? (
        <NoRelease language={language} text={text} consultation={consultation} />
      ) : (
        <ReleaseView
          view={resultsView({ language, text, consultation, release, sort })}
          hash={hash}
        />
      )}
      <Newer
        texts={text.results.newer}
        consultation={consultation.id}
        release={release?.release ?? 0}
        hash={hash}
        reload={`${path}?sort=${sort}&lang=${language}`}
      />
    </Document>
  );
}
