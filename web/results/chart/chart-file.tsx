import type { ComponentChildren } from "preact";
import { fill, formatMoment } from "../../language/text.ts";
import type { ResultsView } from "../view.ts";

/** Width of a chart in a file, and the margin around it, in pixels. */
export const [FILE_WIDTH, MARGIN] = [900, 30];

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
  const { every } = consultation.release;
  const whole = height + 150;
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
      <text class="title" x={MARGIN} y="42">
        {title}
      </text>
      <text x={MARGIN} y="66">
        {caption}
      </text>
      <svg x={MARGIN} y="84" width={FILE_WIDTH - 2 * MARGIN} height={height} overflow="visible">
        {children}
      </svg>
      <text class="soft" x={MARGIN} y={height + 116}>
        {every === "demonstration" ? text.results.demonstration : caveat}
      </text>
      <text class="soft" x={MARGIN} y={height + 136}>
        {fill(source, {
          title: consultation.title[language],
          number: release.release,
          moment: formatMoment(language, release.releasedAt),
          path: `/c/${consultation.id}/results`,
        })}
      </text>
    </svg>
  );
}
