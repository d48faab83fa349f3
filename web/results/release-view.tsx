import { PANELS } from "../../domain/ballot.ts";
import { fill } from "../language/text.ts";
import { Downloads, HiddenFigures, HowToRead } from "./explanations.tsx";
import { Ranking } from "./ranking.tsx";
import { ReleaseFacts } from "./release-facts.tsx";
import { ResultsTable } from "./results-table.tsx";
import { StandOut } from "./stand-out.tsx";
import type { ResultsView } from "./view.ts";

/** Everything that one release says. */
export function ReleaseView({ view, hash }: { view: ResultsView; hash: string | undefined }) {
  const { language, text, consultation, release, shown } = view;
  const { base, minChanged } = release.rules;
  return (
    <>
      {release.simulated ? <p class="notice notice-warning">{text.results.simulated}</p> : null}
      <ReleaseFacts view={view} hash={hash} />
      {PANELS.filter((panel) => !shown.includes(panel)).map((panel) => (
        <p class="notice" key={panel}>
          {fill(text.results.panelHidden[panel], { base, minChanged })}
        </p>
      ))}
      <StandOut view={view} />
      <Ranking view={view} />
      <ResultsTable view={view} />
      <HiddenFigures view={view} />
      <HowToRead view={view} />
      <Downloads view={view} />
      <p>
        <a class="button primary" href={`/c/${consultation.id}?lang=${language}`}>
          {text.results.takePart}
        </a>
      </p>
    </>
  );
}
