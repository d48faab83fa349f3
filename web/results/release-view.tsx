import type { ReleaseList } from "../../domain/api.ts";
import { PANELS } from "../../domain/ballot/ballot.ts";
import type { LogHead } from "../../domain/organiser/log.ts";
import { Analysts } from "./analysts.tsx";
import { HiddenFigures, HowToRead } from "./explanations.tsx";
import { Flagged, WithoutFlagged } from "./flagged.tsx";
import { Noise } from "./noise.tsx";
import { Notices } from "./notices.tsx";
import { nothingWords } from "./facts/panel-facts.ts";
import { Priorities } from "./priorities.tsx";
import { TakeAlong } from "./take-along.tsx";
import { TakePart } from "./take-part.tsx";
import { TookPart } from "./took-part.tsx";
import { TopFive } from "./top-five.tsx";
import type { ResultsView } from "./facts/view.ts";

interface Props {
  view: ResultsView;
  releases: ReleaseList["releases"];
  log: LogHead | undefined;
}

/** Everything that one release says, the most important first. */
export function ReleaseView({ view, releases, log }: Props) {
  const { shown } = view;
  return (
    <>
      <Notices view={view} />
      <WithoutFlagged view={view} />
      <TookPart view={view} />
      <TopFive view={view} />
      {PANELS.filter((panel) => !shown.includes(panel)).map((panel) => (
        <p class="notice" key={panel}>
          {nothingWords(view, panel)}
        </p>
      ))}
      <Priorities view={view} />
      <Flagged view={view} />
      <HowToRead view={view} />
      <Noise view={view} />
      <HiddenFigures view={view} />
      <TakeAlong view={view} />
      <Analysts {...{ view, releases, log }} />
      <TakePart {...view} />
    </>
  );
}
