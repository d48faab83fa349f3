import type { ComponentChildren } from "preact";
import { isAnswered } from "../../domain/ledger/ledger.ts";
import { type Canvas, pageCanvas } from "../results/chart/canvas.ts";
import type { Chart } from "../results/chart/recommendation-chart.tsx";
import { Words } from "../results/chart/words.tsx";
import { formatNumber } from "../text.ts";
import type { LedgerLine, LedgerView } from "./view.ts";
import { findingWords } from "./words.tsx";

/** Heights in pixels: of a line, and of one where there are many; above the lines, and of the axis below. */
const [ROW, LOW_ROW, HEAD, AXIS] = [24, 18, 22, 42];
/** More lines than this are drawn closer together. */
const MANY = 40;

/** Where lines begin, in percent: before them stands the place. */
const START = 10;
/** How far a label stands from the middle of its mark, in pixels; half the width of the square. */
const [ASIDE, HALF] = [12, 6];

/** Width in pixels of the narrowest chart, and of a letter of the widest font. */
const [NARROWEST, LETTER] = [270, 9];
/** More of a chart than this, in percent, is not left free behind its lines for labels. */
const MOST_ASIDE = 40;
/** Where the longest line ends where its label stands on it. */
const WITHIN = 96;

/** Days that an axis may be marked at, and how many marks it has at most. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];
const MOST_MARKS = 5;

/**
 * Priority from top to bottom, silence across: each recommendation has a line of its own, so that none can
 * stand on another however alike they are. Its end is a filled square while the silence lasts, an open circle
 * where it was answered. Only after the first release.
 */
export function ledgerChart(
  view: LedgerView,
  lines: readonly LedgerLine[],
  canvas: Canvas = pageCanvas(view.text),
): Chart {
  const { language, text, choices } = view;
  const { chart } = text.ledger;
  const step = lines.length > MANY ? LOW_ROW : ROW;
  const most = Math.max(1, ...lines.map(({ silence }) => silence?.days ?? 0));
  const mark = STEPS.find((days) => most / days <= MOST_MARKS) ?? STEPS.at(-1)!;
  const marks = Array.from({ length: Math.floor(most / mark) + 1 }, (_, place) => place * mark);
  const label = Math.max(...lines.map((line) => labelOf(view, line).join("").length));
  const width = canvas.width ?? NARROWEST;
  const aside = (100 * (ASIDE + label * LETTER)) / width;
  const end = aside > MOST_ASIDE ? WITHIN : 100 - aside;
  const across = (days: number) => START + (days / most) * (end - START);
  // What has no place stands below a line of its own, which says so.
  const told = lines.filter(({ places }) => places[choices.by] !== null);
  const untold = lines.filter(({ places }) => places[choices.by] === null);
  const gap = untold.length === 0 ? 0 : step;
  const bottom = HEAD + lines.length * step + gap;
  const rows = [...told, ...untold].map((line, place) => ({
    line,
    y: HEAD + place * step + step / 2 + (place < told.length ? 0 : gap),
  }));
  return {
    height: bottom + AXIS,
    label: `${chart.label} ${findingWords(view, lines)}`,
    content: (
      <>
        {marks.map((days) => (
          <g key={days}>
            <line
              {...canvas.ink("grid")}
              x1={canvas.at(across(days))}
              x2={canvas.at(across(days))}
              y1={HEAD - 4}
              y2={bottom}
            />
            <Words
              canvas={canvas}
              x={canvas.at(across(days))}
              y={bottom + 16}
              anchor="middle"
              says={formatNumber(language, days)}
            />
          </g>
        ))}
        <Words canvas={canvas} ink="soft" x={canvas.at(0)} y={12} says={`↑ ${chart.up}`} />
        <Words
          canvas={canvas}
          ink="soft"
          x={canvas.at(100)}
          y={bottom + 34}
          anchor="end"
          says={chart.across}
        />
        {untold.length === 0 ? null : (
          <Words
            canvas={canvas}
            ink="soft"
            x={canvas.at(START)}
            y={HEAD + told.length * step + step / 2 + 5}
            says={chart.untold}
          />
        )}
        {rows.map(({ line, y }) => (
          <SilenceLine
            key={line.code}
            {...{ view, canvas, line, y }}
            at={across}
            isRoomBehind={end !== WITHIN}
          />
        ))}
      </>
    ),
  };
}

interface LineProps {
  view: LedgerView;
  canvas: Canvas;
  line: LedgerLine;
  y: number;
  /** Where a number of days stands, in percent. */
  at: (days: number) => number;
  /** Whether the longest line leaves room behind it for a label. */
  isRoomBehind: boolean;
}

/** What stands beside a mark: which recommendation it is, and how many days. */
const labelOf = ({ language }: LedgerView, { code, silence }: LedgerLine): [string, string] => [
  code,
  ` ${formatNumber(language, silence?.days ?? 0)}`,
];

/** One recommendation: its place, the days that it waited, and at their end its mark with code and days. */
function SilenceLine({ view, canvas, line, y, at, isRoomBehind }: LineProps) {
  const { language, choices, text } = view;
  const place = line.places[choices.by];
  const end = at(line.silence?.days ?? 0);
  // A long line has room for its label, a short one has room behind it.
  const isWithin = !isRoomBehind && end > 50;
  const turned = (text.direction === "rtl" ? -1 : 1) * (isWithin ? -1 : 1);
  return (
    <g>
      {place === null ? null : (
        <Words
          canvas={canvas}
          ink="soft"
          x={canvas.at(6)}
          y={y + 5}
          anchor="end"
          says={formatNumber(language, place)}
        />
      )}
      <line {...canvas.ink("silence")} x1={canvas.at(START)} x2={canvas.at(end)} y1={y} y2={y} />
      <Moved canvas={canvas} x={canvas.at(end)} y={y}>
        {isAnswered(line) ? (
          <circle {...canvas.ink("mark-answered")} r={HALF} />
        ) : (
          <path
            {...canvas.ink("mark-silent")}
            d={`M${-HALF}${-HALF}h${2 * HALF}v${2 * HALF}h${-2 * HALF}z`}
          />
        )}
        <Words
          canvas={canvas}
          x={turned * ASIDE}
          y={5}
          anchor={isWithin ? "end" : "start"}
          strong={0}
          says={labelOf(view, line)}
        />
      </Moved>
    </g>
  );
}

interface MovedProps {
  canvas: Canvas;
  x: string | number;
  y: number;
  children: ComponentChildren;
}

/** A drawing at a place of a chart: in a page that is in percent, which only an inner drawing can be moved by. */
const Moved = ({ canvas, x, y, children }: MovedProps) =>
  canvas.isFile ? (
    <g transform={`translate(${x} ${y})`}>{children}</g>
  ) : (
    <svg x={x} y={y} overflow="visible">
      {children}
    </svg>
  );
