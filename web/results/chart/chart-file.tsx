import type { ComponentChildren } from "preact";
import { type Said, textOf } from "../../language/said.tsx";
import type { ResultRow } from "../facts/row.ts";
import type { ResultsView } from "../facts/view.ts";
import { fileCanvas } from "./canvas.ts";
import { Lines, linesIn } from "./lines.tsx";
import { linesBelow } from "./source.ts";

/** Width of a chart in a file, the margin around it, and the width within, in pixels. */
const [FILE_WIDTH, MARGIN] = [900, 30];
export const CHART_WIDTH = FILE_WIDTH - 2 * MARGIN;

/** How many letters of the title, of the caption and of what stands below go into one line. */
const [TITLE, CAPTION, BELOW] = [54, 92, 102];
/** How much lower each further line of them stands. */
const [TITLE_STEP, STEP] = [28, 20];

/** Of what most devices have: Kazakh and Arabic letters are in each of them. */
const FONTS = "Arial, Noto Sans, DejaVu Sans, sans-serif";

interface DrawingProps {
  text: ResultsView["text"];
  title: Said;
  /** What stands before the title. */
  after?: string;
  /** Below the title. */
  caption: string;
  /** What has to be known of it, in paragraphs. */
  below: readonly string[];
  height: number;
  children: ComponentChildren;
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
export function DrawingFile({
  text,
  title,
  after,
  caption,
  height,
  children,
  ...more
}: DrawingProps) {
  const canvas = fileCanvas(text, CHART_WIDTH);
  const x = canvas.at(0);
  const captionAt = 66 + (linesIn(title, TITLE, after) - 1) * TITLE_STEP;
  const chartAt = captionAt + 18 + (linesIn(caption, CAPTION) - 1) * STEP;
  let end = chartAt + height + 32;
  const below = more.below.map((line) => {
    const y = end;
    end += linesIn(line, BELOW) * STEP;
    return { line, y };
  });
  const whole = end - 4;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={FILE_WIDTH}
      height={whole}
      viewBox={`0 0 ${FILE_WIDTH} ${whole}`}
      role="img"
      lang={text.language}
      font-family={FONTS}
      font-size="15"
    >
      <title {...(typeof title !== "string" && { lang: title.lang })}>
        {after === undefined ? textOf(title) : `${after} ${textOf(title)}`}
      </title>
      <rect width={FILE_WIDTH} height={whole} fill="#fff" />
      <g transform={`translate(${MARGIN} 0)`}>
        <Lines
          canvas={canvas}
          ink="title"
          text={title}
          {...(after !== undefined && { after })}
          letters={TITLE}
          x={x}
          y={42}
          step={TITLE_STEP}
        />
        <Lines canvas={canvas} text={caption} letters={CAPTION} x={x} y={captionAt} step={STEP} />
        <g transform={`translate(0 ${chartAt})`}>{children}</g>
        {below.map(({ line, y }) => (
          <Lines
            key={y}
            canvas={canvas}
            ink="soft"
            text={line}
            letters={BELOW}
            x={x}
            y={y}
            step={STEP}
          />
        ))}
      </g>
    </svg>
  );
}
