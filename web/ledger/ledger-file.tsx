import { LEDGER, pathOf } from "../../domain/paths.ts";
import { saidIn } from "../language/said.tsx";
import { fileCanvas } from "../results/chart/canvas.ts";
import { DrawingFile } from "../results/chart/chart-file.tsx";
import type { PictureSize } from "../results/chart/picture-size.ts";
import type { Drawn, Room } from "../results/chart/sheet.ts";
import { noticesOf, originOf, tookPartWords } from "../results/chart/source.ts";
import { fill } from "../text.ts";
import { ledgerChart } from "./chart.tsx";
import type { LedgerView, Newest } from "./view.ts";
import { dayWords, findingWords } from "./words.tsx";

interface Props {
  view: LedgerView;
  newest: Newest;
  size?: PictureSize | undefined;
}

/** The narrowest room for its axis and labels, and the height of a line at most; in pixels. */
const [LEAST, LINE] = [400, 24];

/** The ledger's picture as a file: what is shown, of which day and release, and where it comes from. */
export function LedgerFile({ view, newest: { release }, size }: Props) {
  const { text, origin, consultation, choices, ledger, shown } = view;
  const words = text.ledger;
  const of = { ...view, release };
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
      size={size}
      least={LEAST}
      draw={(room) => drawn(view, room)}
    />
  );
}

/** As many of what is shown as there is room for. */
function drawn(view: LedgerView, { width, height }: Room): Drawn {
  const { shown, text } = view;
  const canvas = fileCanvas(text, width);
  let many = shown.length;
  let chart = ledgerChart(view, shown, canvas);
  while (chart.height > height && many > 1) {
    many = Math.max(1, many - Math.max(1, Math.floor((chart.height - height) / LINE)));
    chart = ledgerChart(view, shown.slice(0, many), canvas);
  }
  return {
    height: chart.height,
    content: chart.content,
    listed: { shown: many, count: shown.length },
  };
}
