import { saidIn } from "../language/said.tsx";
import { fileCanvas } from "../results/chart/canvas.ts";
import { DrawingFile } from "../results/chart/chart-file.tsx";
import type { PictureSize } from "../results/chart/picture-size.ts";
import type { Drawn, Room } from "../results/chart/sheet.ts";
import { belowOf, captionOf } from "./carried.ts";
import { ledgerChart } from "./chart.tsx";
import type { LedgerView, Newest } from "./view.ts";

interface Props {
  view: LedgerView;
  newest: Newest;
  size?: PictureSize | undefined;
}

/** The narrowest room for its axis and labels, and the height of a line at most; in pixels. */
const [LEAST, LINE] = [400, 24];

/** The ledger's picture as a file: what is shown, of which day and release, and where it comes from. */
export function LedgerFile({ view, newest: { release }, size }: Props) {
  const { text, consultation } = view;
  return (
    <DrawingFile
      text={text}
      title={saidIn(view, consultation, consultation.title)}
      caption={captionOf(view)}
      below={belowOf(view, release)}
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
