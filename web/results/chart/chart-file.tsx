import { RESULTS, pathOf } from "../../../domain/paths.ts";
import type { ComponentChildren } from "preact";
import { fill, formatMoment } from "../../text.ts";
import { saidIn, textOf } from "../../language/said.tsx";
import type { ResultsView } from "../facts/view.ts";
import { Lines, linesOf } from "./lines.tsx";

/** Width of a chart in a file, and the margin around it, in pixels. */
export const [FILE_WIDTH, MARGIN] = [900, 30];

/** How many letters of the title, of the caption and of what stands below go into one line. */
const [TITLE, CAPTION, BELOW] = [54, 92, 102];
/** How much lower each further line of them stands. */
const [TITLE_STEP, STEP] = [28, 20];

/**
 * Colours and type of a chart that stands alone: what the stylesheet says in light, without
 * variables, since a program that opens the file knows no stylesheet.
 */
const STYLE = `text{font:15px system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;fill:#1a1f22}
.title{font-size:22px;font-weight:700}.row-name,.value{font-weight:700}.soft{fill:#55606a;font-size:13px}
.grid{stroke:#d3d9dc}.centre{stroke:#1a1f22}.joined{stroke:#79848b;stroke-width:2;stroke-dasharray:3 4}
.joined-differs{stroke:#1a1f22;stroke-width:4;stroke-dasharray:none}
.whisker{stroke-width:3}.whisker-public,.range-public{stroke:#3b4cb8}.whisker-expert,.range-expert{stroke:#b3520b}
.range{stroke-width:9;stroke-opacity:.35}.rank-mark{fill:#1a1f22}
.mark-public{fill:#3b4cb8}.mark-expert{fill:#b3520b}.mark-segment{fill:#fff;stroke:#1a1f22;stroke-width:2.5}
.fill-1{fill:#e2eeee}.fill-2{fill:#b3d3d5}.fill-3{fill:#79b0b5}.fill-4{fill:#34757f}.fill-5{fill:#0f424d}
rect[class]{stroke:#79848b}.on-4,.on-5{fill:#fff}`;

interface Props {
  view: ResultsView;
  title: string;
  /** Below the title. */
  caption: string;
  height: number;
  children: ComponentChildren;
}

/** A chart as a file of its own: a fixed size, a white ground, its title, source and caveat. */
export function ChartFile({ view, title, caption, height, children }: Props) {
  const { language, text, consultation, release } = view;
  const { source, caveat } = text.results.chart;
  const below =
    consultation.release.every === "demonstration"
      ? `${text.results.demonstration} ${caveat}`
      : caveat;
  const said = fill(source, {
    title: textOf(saidIn(view, consultation, consultation.title)),
    number: release.release,
    moment: formatMoment(language, release.releasedAt, consultation.timeZone),
    path: pathOf(RESULTS, { id: consultation.id }),
  });
  const further = (text: string, letters: number, step: number) =>
    (linesOf(text, letters).length - 1) * step;
  const captionAt = 66 + further(title, TITLE, TITLE_STEP);
  const chartAt = captionAt + 18 + further(caption, CAPTION, STEP);
  const caveatAt = chartAt + height + 32;
  const sourceAt = caveatAt + STEP + further(below, BELOW, STEP);
  const whole = sourceAt + 14 + further(said, BELOW, STEP);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={FILE_WIDTH}
      height={whole}
      viewBox={`0 0 ${FILE_WIDTH} ${whole}`}
      role="img"
      aria-label={title}
    >
      <style>{STYLE}</style>
      <rect width="100%" height="100%" fill="#fff" />
      <Lines class="title" text={title} letters={TITLE} x={MARGIN} y={42} step={TITLE_STEP} />
      <Lines text={caption} letters={CAPTION} x={MARGIN} y={captionAt} step={STEP} />
      <svg
        x={MARGIN}
        y={chartAt}
        width={FILE_WIDTH - 2 * MARGIN}
        height={height}
        overflow="visible"
      >
        {children}
      </svg>
      <Lines class="soft" text={below} letters={BELOW} x={MARGIN} y={caveatAt} step={STEP} />
      <Lines class="soft" text={said} letters={BELOW} x={MARGIN} y={sourceAt} step={STEP} />
    </svg>
  );
}
