import { LEDGER, pathOf } from "../../domain/paths.ts";
import { saidIn } from "../language/said.tsx";
import { fileCanvas } from "../results/chart/canvas.ts";
import { CHART_WIDTH, DrawingFile } from "../results/chart/chart-file.tsx";
import { noticesOf, originOf, tookPartWords } from "../results/chart/source.ts";
import { fill } from "../text.ts";
import { ledgerChart } from "./chart.tsx";
import type { LedgerView, Newest } from "./view.ts";
import { dayWords, findingWords } from "./words.tsx";

interface Props {
  view: LedgerView;
  newest: Newest;
}

/** The ledger's picture as a file: what is shown, of which day and release, and where it comes from. */
export function LedgerFile({ view, newest: { release } }: Props) {
  const { text, origin, consultation, choices, ledger, shown } = view;
  const words = text.ledger;
  const of = { ...view, release };
  const chart = ledgerChart(view, shown, fileCanvas(text, CHART_WIDTH));
  return (
    <DrawingFile
      text={text}
      title={saidIn(view, consultation, consultation.title)}
      caption={`${findingWords(view, shown)} ${words.chart.caption}`}
      below={[
        ...noticesOf(of),
        ...(view.madeUp ? [text.council.madeUp] : []),
        `${words.choose.explained[choices.by]} ${fill(words.chart.state, { day: dayWords(view, ledger.day) })}`,
        [tookPartWords(of), text.results.chart.caveat].join(" ").trim(),
        ...originOf(of, origin + pathOf(LEDGER, { id: consultation.id })),
      ]}
      height={chart.height}
    >
      {chart.content}
    </DrawingFile>
  );
}
