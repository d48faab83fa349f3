import type { ReleaseList } from "../../domain/api.ts";
import { API_PAGE, pathOf } from "../../domain/paths.ts";
import type { LogHead } from "../../domain/organiser/log.ts";
import { Letters } from "./explanations.tsx";
import { Fingerprints } from "./fingerprints.tsx";
import { OrganisersLog } from "./organisers-log.tsx";
import { ResultsTable } from "./results-table.tsx";
import { EarlierReleases } from "./take-along.tsx";
import type { ResultsView } from "./facts/view.ts";

interface Props {
  view: ResultsView;
  releases: ReleaseList["releases"];
  log: LogHead | undefined;
}

/** What is for those who check and compute: folded away from everybody else, and printed whole. */
export function Analysts({ view, releases, log }: Props) {
  const { analysts } = view.text.results;
  return (
    <details class="analysts">
      <summary>
        <h2 id="analysts">{analysts.heading}</h2>
        <span class="hint">{analysts.holds}</span>
      </summary>
      <ResultsTable view={view} />
      <Letters view={view} />
      <Fingerprints view={view} />
      <OrganisersLog log={log} />
      <EarlierReleases view={view} releases={releases} />
      <p>
        <a href={pathOf(API_PAGE, { lang: view.language })}>{view.text.api.title}</a>
      </p>
    </details>
  );
}
