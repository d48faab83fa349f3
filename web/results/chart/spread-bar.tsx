import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { Figures } from "../../../domain/release/schema.ts";
import { fill, formatNumber } from "../../text.ts";
import { ratingsWords } from "../facts/panel-facts.ts";
import type { ResultsView } from "../facts/view.ts";
import type { Canvas } from "./canvas.ts";
import { Words } from "./words.tsx";

/** Width in pixels of the narrowest chart, and of a digit in it: a label is drawn where it fits. */
const [NARROWEST, DIGIT] = [270, 9];
/** Width of a letter of the name above a bar, which is bold in a file; in pixels. */
const LETTER = 9.6;

/** One part of a distribution: which colour, what it is called, how many. */
export interface Part {
  fill: 1 | 2 | 3 | 4 | 5;
  name: string;
  count: number;
}

/**
 * The parts that are shown of a distribution: of the five points, or else of the three bands. An earlier
 * method left out parts of fewer than ten; `undefined` when there are none.
 */
export function partsOf(figures: Figures, { text }: Pick<ResultsView, "text">): Part[] | undefined {
  const { scale } = text.common;
  const { bands } = text.results.spread;
  const points = figures.counts.map((count, place) => {
    const fill = (place + 1) as Part["fill"];
    return { fill, name: `${fill} “${scale[fill]}”`, count };
  });
  const three = ([2, 3, 4] as const).map((fill, place) => ({
    fill,
    name: [bands.low, bands.medium, bands.high][place]!,
    count: figures.bands[place]!,
  }));
  const told = figures.counts.some((count) => count !== null) ? points : three;
  const parts = told.flatMap((part) => (part.count === null ? [] : { ...part, count: part.count }));
  return parts.length === 0 ? undefined : parts;
}

/** How many rated; where only the parts were told, as many as they are. */
export const ratedIn = ({ rated }: Figures, parts: readonly Part[]): number =>
  rated ?? parts.reduce((sum, { count }) => sum + count, 0);

/** The parts in words: how many chose each. */
export const partsWords = (
  parts: readonly Part[],
  { language, text }: Pick<ResultsView, "language" | "text">,
): string =>
  parts
    .map(({ name, count }) =>
      fill(text.results.spread.point, { count: formatNumber(language, count), point: name }),
    )
    .join("; ");

interface Props {
  panel: Panel;
  figures: Figures;
  parts: readonly Part[];
  top: number;
  view: ResultsView;
  canvas: Canvas;
}

/**
 * How a panel's ratings spread, as one bar around the middle of the scale: low points before
 * the line, high ones after it, the medium point half on each side.
 */
export function SpreadBar({ panel, figures, parts, top, view, canvas }: Props) {
  const { language, text } = view;
  const shown = parts.reduce((sum, part) => sum + part.count, 0);
  const whole = Math.max(shown, figures.rated ?? 0);
  const upTo = (point: number) =>
    parts.filter(({ fill }) => fill <= point).reduce((sum, part) => sum + part.count, 0);
  let reached = -(upTo(2) + upTo(3)) / 2 / whole;
  const name = text.common.panels[panel];
  const ratings = ` · ${ratingsWords(view, panel, ratedIn(figures, parts))}`;
  // A page draws a rim around words; in a narrow file the line above would run through them.
  const isCrossed =
    canvas.width !== undefined && (name + ratings).length * LETTER > canvas.width / 2;
  return (
    <g>
      <Words canvas={canvas} x={canvas.at(0)} y={top + 14} says={[name, ratings]} strong={0} />
      {parts.map(({ fill, count }) => {
        const share = count / whole;
        const start = reached;
        reached += share;
        const number = formatNumber(language, count);
        const fits = (share / 2) * NARROWEST > number.length * DIGIT + 6;
        return (
          <g key={fill}>
            <rect
              {...canvas.ink(`fill-${fill}`)}
              {...canvas.bar(50 + start * 50, share * 50)}
              y={top + 21}
              height="24"
            />
            {fits ? (
              <Words
                canvas={canvas}
                ink={`on-${fill}`}
                x={canvas.at(50 + (start + share / 2) * 50)}
                y={top + 38}
                anchor="middle"
                says={number}
              />
            ) : null}
          </g>
        );
      })}
      {/* Beside the bar and not across it, where the number stands. */}
      {isCrossed ? null : (
        <line
          {...canvas.ink("centre")}
          x1={canvas.at(50)}
          x2={canvas.at(50)}
          y1={top + 14}
          y2={top + 20}
        />
      )}
      <line
        {...canvas.ink("centre")}
        x1={canvas.at(50)}
        x2={canvas.at(50)}
        y1={top + 46}
        y2={top + 52}
      />
    </g>
  );
}
