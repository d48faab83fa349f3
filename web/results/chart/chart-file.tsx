import { formatNumber, fill } from "../../text.ts";
import { textOf } from "../../language/said.tsx";
import type { ResultRow } from "../facts/row.ts";
import type { ResultsView } from "../facts/view.ts";
import { fileCanvas } from "./canvas.ts";
import { Lines } from "./lines.tsx";
import { type PictureSize, PIXELS } from "./picture-size.ts";
import { MARGIN, type OnSheet, sheetOf, STEP, TITLE_STEP } from "./sheet.ts";
import { linesBelow } from "./source.ts";

/** Of what most devices have: Kazakh and Arabic letters are in each of them. */
const FONTS = "Arial, Noto Sans, DejaVu Sans, sans-serif";

interface DrawingProps extends Omit<OnSheet, "some"> {
  text: ResultsView["text"];
  size?: PictureSize | undefined;
}

interface Props extends Omit<DrawingProps, "text" | "below"> {
  view: ResultsView;
  /** What is drawn. */
  rows: readonly ResultRow[];
  /** Under which address people find this installation. */
  origin: string;
}

/** A chart of results as a file. */
export const ChartFile = ({ view, rows, origin, ...props }: Props) => (
  <DrawingFile {...props} text={view.text} below={linesBelow(view, rows, origin)} />
);

/**
 * A chart as a file of its own: a fixed size, a white ground, its title, and below what has to be known of it.
 * No style sheet, no inner drawings, no direction: programs that open it differ in what they know of them.
 */
export function DrawingFile({ text, size = "article", ...props }: DrawingProps) {
  const { title, after, caption } = props;
  const some = (shown: number, count: number) =>
    fill(text.share.chart.some, {
      shown: formatNumber(text.language, shown),
      count: formatNumber(text.language, count),
    });
  const sheet = sheetOf(size, { ...props, some });
  const { width, height, letters, below, drawn } = sheet;
  const pixels = PIXELS[size];
  const canvas = fileCanvas(text, width - 2 * MARGIN);
  const x = canvas.at(0);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={pixels.width}
      height={pixels.height ?? height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      lang={text.language}
      font-family={FONTS}
      font-size="15"
    >
      <title {...(typeof title !== "string" && { lang: title.lang })}>
        {after === undefined ? textOf(title) : `${after} ${textOf(title)}`}
      </title>
      <rect width={width} height={height} fill="#fff" />
      <g transform={`translate(${MARGIN} 0)`}>
        <Lines
          canvas={canvas}
          ink="title"
          text={title}
          {...(after !== undefined && { after })}
          letters={letters.title}
          x={x}
          y={42}
          step={TITLE_STEP}
        />
        <Lines
          canvas={canvas}
          text={caption}
          letters={letters.caption}
          x={x}
          y={sheet.captionAt}
          step={STEP}
        />
        <g transform={`translate(0 ${sheet.chartAt})`}>{drawn.content}</g>
        {below.map(({ line, y }) => (
          <Lines
            key={y}
            canvas={canvas}
            ink="soft"
            text={line}
            letters={letters.below}
            x={x}
            y={y}
            step={STEP}
          />
        ))}
      </g>
    </svg>
  );
}
