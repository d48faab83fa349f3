import type { ReleaseList } from "../../domain/api.ts";
import {
  API_RELEASE,
  API_RELEASE_FILE,
  API_RELEASES,
  API_RESULTS_XLSX,
  COMPARE,
  pathOf,
  SHARE,
  withQuery,
} from "../../domain/paths.ts";
import { inLanguage } from "../../domain/release/codebook.ts";
import { TABLES, ZIP_FILE } from "../../domain/release/public-tables.ts";
import { formatMoment, formatNumber } from "../text.ts";
import { ballotsOf } from "./facts/choices.ts";
import type { ResultsView } from "./facts/view.ts";

/** How many earlier releases are named. */
const NAMED = 10;

/** The release as files, each with what it is for, and the way to show it elsewhere. */
export function TakeAlong({ view }: { view: ResultsView }) {
  const { choices, language, text, consultation, release } = view;
  const { downloads } = text.results;
  const { id } = consultation;
  const number = release.release;
  const ballots = ballotsOf(choices);
  const fileOf = (file: string) => pathOf(API_RELEASE_FILE, { id, number, file });
  const tableOf = (file: string) => withQuery(fileOf(file), ballots);
  const share = withQuery(pathOf(SHARE, { id }), { ...ballots, lang: language });
  const workbook = withQuery(pathOf(API_RESULTS_XLSX, { id }), { ...ballots, lang: language });
  const buttons = [
    [workbook, downloads.xlsx],
    [fileOf(ZIP_FILE), downloads.zip],
  ];
  const files = [
    [tableOf(inLanguage(TABLES.results, language)), downloads.csv, downloads.csvWhat],
    [tableOf(TABLES.results), downloads.codes, downloads.codesWhat],
    [fileOf(TABLES.codebook), downloads.codebook, downloads.codebookWhat],
    [pathOf(API_RELEASE, { id, number }), downloads.json, downloads.jsonWhat],
  ];
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{downloads.heading}</h2>
      <p class="buttons">
        {buttons.map(([address, name]) => (
          <a key={address} class="button secondary" href={address}>
            {name}
          </a>
        ))}
      </p>
      <p class="hint">{downloads.zipWhat}</p>
      {choices.ballots === "all" ? null : <p class="notice">{text.flagged.files}</p>}
      <ul class="plain">
        {files.map(([address, name, what]) => (
          <li key={address}>
            <a href={address}>{name}</a>
            {`: ${what}`}
          </li>
        ))}
      </ul>
      <p>
        <a href={share}>{text.share.link}</a>
      </p>
      <p>
        <a href={`${share}#follow`}>{text.news.follow.heading}</a>
      </p>
    </section>
  );
}

/** Earlier releases, newest first; each can still be read as it was, and taken along. */
export function EarlierReleases({
  view,
  releases,
}: {
  view: ResultsView;
  releases: ReleaseList["releases"];
}) {
  const { language, text, consultation, release } = view;
  const words = text.results.release;
  const { id } = consultation;
  const earlier = releases.filter((one) => one.release < release.release).slice(0, NAMED);
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h3 id="earlier">{words.earlier}</h3>
      <ul class="plain">
        {earlier.map((one) => (
          <li key={one.release}>
            <a href={pathOf(API_RELEASE, { id, number: one.release })}>
              {`${words.number} ${formatNumber(language, one.release)}`}
            </a>
            {`, ${formatMoment(language, one.releasedAt, view.consultation.timeZone)}, `}
            <code>{one.hash.slice(0, 12)}</code>
            {", "}
            <a href={pathOf(API_RELEASE_FILE, { id, number: one.release, file: ZIP_FILE })}>
              {words.zip}
            </a>
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
