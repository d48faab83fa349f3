import type { ReleaseList } from "../../domain/api.ts";
import { PANELS } from "../../domain/ballot/ballot.ts";
import type { LogHead } from "../../domain/organiser/log.ts";
import { RATE, pathOf } from "../../domain/paths.ts";
import { HiddenFigures, HowToRead } from "./explanations.tsx";
import { Noise } from "./noise.tsx";
import { Notices } from "./notices.tsx";
import { OrganisersLog } from "./organisers-log.tsx";
import { nothingWords } from "./facts/panel-facts.ts";
import { Priorities } from "./priorities.tsx";
import { ReleaseFacts, TookPart } from "./release-facts.tsx";
import { ResultsTable } from "./results-table.tsx";
import { EarlierReleases, TakeAlong } from "./take-along.tsx";
import { TopFive } from "./top-five.tsx";
import type { ResultsView } from "./facts/view.ts";

interface Props {
  view: ResultsView;
  releases: ReleaseList["releases"];
  log: LogHead | undefined;
}

/** Everything that one release says, the most important first. */
export function ReleaseView({ view, releases, log }: Props) {
  const { language, text, consultation, shown } = view;
  return (
    <>
      <Notices view={view} />
      <TookPart view={view} />
      <TopFive view={view} />
      <ReleaseFacts view={view} />
      {PANELS.filter((panel) => !shown.includes(panel)).map((panel) => (
        <p class="notice" key={panel}>
          {nothingWords(view, panel)}
        </p>
      ))}
      <Priorities view={view} />
      <HowToRead view={view} />
      <Noise view={view} />
      <ResultsTable view={view} />
      <HiddenFigures view={view} />
      <TakeAlong view={view} />
      <OrganisersLog log={log} />
      <EarlierReleases view={view} releases={releases} />
      <p>
        <a class="button primary" href={pathOf(RATE, { id: consultation.id, lang: language })}>
          {text.results.takePart}
        </a>
      </p>
    </>
  );
}
