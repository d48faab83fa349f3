import type { ReleaseList } from "../../domain/api.ts";
import {
  API_RELEASE,
  API_RELEASES,
  API_RESULTS_CSV,
  API_RESULTS_JSON,
  API_SEGMENTS_CSV,
  COMPARE,
  pathOf,
  SHARE,
} from "../../domain/paths.ts";
import { formatMoment, formatNumber } from "../text.ts";
import type { ResultsView } from "./facts/view.ts";

/** How many earlier releases are named. */
const NAMED = 10;

/** The release as files, and the way to show it elsewhere. */
export function TakeAlong({ view }: { view: ResultsView }) {
  const { language, text, consultation } = view;
  const { downloads } = text.results;
  const { id } = consultation;
  const files = [
    [pathOf(API_RESULTS_CSV, { id, lang: language }), downloads.csv],
    [pathOf(API_SEGMENTS_CSV, { id, lang: language }), downloads.segments],
    [pathOf(API_RESULTS_JSON, { id }), downloads.json],
  ];
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{downloads.heading}</h2>
      <p class="buttons">
        {files.map(([address, name]) => (
          <a key={address} class="button secondary" href={address}>
            {name}
          </a>
        ))}
      </p>
      <p class="hint">{downloads.note}</p>
      <p>
        <a href={pathOf(SHARE, { id, lang: language })}>{text.share.link}</a>
      </p>
      <p>
        <a href={`${pathOf(SHARE, { id, lang: language })}#follow`}>{text.news.follow.heading}</a>
      </p>
    </section>
  );
}

/** Earlier releases, newest first; each can still be read as it was. */
export function EarlierReleases({
  view,
  releases,
}: {
  view: ResultsView;
  releases: ReleaseList["releases"];
}) {
  const { language, text, consultation, release } = view;
  const words = text.results.release;
  const earlier = releases.filter((one) => one.release < release.release).slice(0, NAMED);
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h3 id="earlier">{words.earlier}</h3>
      <ul class="plain">
        {earlier.map((one) => (
          <li key={one.release}>
            <a href={pathOf(API_RELEASE, { id: consultation.id, number: one.release })}>
              {`${words.number} ${formatNumber(language, one.release)}`}
            </a>
            {`, ${formatMoment(language, one.releasedAt, view.consultation.timeZone)}, `}
            <code>{one.hash.slice(0, 12)}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={pathOf(API_RELEASES, { id: consultation.id })}>{words.allReleases}</a>
      </p>
      <p>
        <a href={pathOf(COMPARE, { id: consultation.id, lang: language })}>{text.compare.link}</a>
      </p>
    </section>
  );
}
