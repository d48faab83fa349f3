import { PANELS } from "../../domain/ballot/ballot.ts";
import { causeWords, Meanings } from "../results/explanations.tsx";
import { nothingWords } from "../results/facts/panel-facts.ts";
import type { ResultRow } from "../results/facts/row.ts";
import type { ResultsView } from "../results/facts/view.ts";
import { Notices } from "../results/notices.tsx";
import { TakePart } from "../results/take-part.tsx";
import { fill } from "../text.ts";
import { FiguresTable } from "./figures-table.tsx";
import { FlaggedOne } from "./flagged-one.tsx";
import { ForAnalysts } from "./for-analysts.tsx";
import { GroupsTable } from "./groups-table.tsx";
import { Rating } from "./rating.tsx";

interface Props {
  row: ResultRow;
  view: ResultsView;
}

/** Everything that a release says of one recommendation, what it hides of it, and what that means. */
export function Figures({ row, view }: Props) {
  const { text, shown } = view;
  const { read } = text.results;
  const cause = causeWords(view);
  return (
    <>
      <Notices view={view} />
      {PANELS.filter((panel) => !shown.includes(panel)).map((panel) => (
        <p class="notice" key={panel}>
          {nothingWords(view, panel)}
        </p>
      ))}
      <Rating row={row} view={view} />
      <FlaggedOne code={row.code} view={view} />
      <FiguresTable row={row} view={view} />
      <ForAnalysts row={row} view={view} />
      <GroupsTable row={row} view={view} />
      <details class="more">
        <summary>{read.heading}</summary>
        <Meanings
          view={view}
          of={[
            read.selfSelected,
            read.mean,
            fill(read.interval, { cause }),
            fill(read.rank, { cause }),
            fill(read.gapPlain, { cause }),
            read.consensus,
            read.agreementPlain,
            read.first,
          ]}
        />
      </details>
      <TakePart {...view} />
    </>
  );
}
