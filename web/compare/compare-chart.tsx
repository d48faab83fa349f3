import type { Panel } from "../../domain/ballot/ballot.ts";
import { SCALE } from "../../domain/ballot/rating.ts";
import type { ComparedPair } from "../../domain/release/comparison.ts";
import type { Figures } from "../../domain/release/schema.ts";
import { useReader } from "../language/reader.ts";
import { pageCanvas } from "../results/chart/canvas.ts";
import { Grid } from "../results/chart/grid.tsx";
import { Mark } from "../results/chart/mark.tsx";
import { Words } from "../results/chart/words.tsx";

/** Heights in pixels: of a line, of its code above its marks, of the numbers above and of the axis below all lines. */
const [ROW, CODE, HEAD, AXIS] = [48, 13, 20, 42];
/** How far a range stands from the line of marks. */
const ASIDE = 10;

interface Props {
  pairs: readonly ComparedPair[];
  panel: Panel;
  /** What it shows, for those who hear it; the figures stand in the table beside it. */
  label: string;
}

/**
 * Then and now of one panel on the scale, a line for each recommendation: an open mark and a filled one, joined by a
 * strong line only where they may be said to differ. Codes stand above their line, so that no mark covers them.
 */
export function CompareChart({ pairs, panel, label }: Props) {
  const { text } = useReader();
  const canvas = pageCanvas(text);
  const bottom = HEAD + pairs.length * ROW;
  return (
    <svg
      class="chart compare-chart"
      width="100%"
      height={bottom + AXIS}
      role="img"
      aria-label={label}
    >
      <Grid view={{ text }} top={HEAD} bottom={bottom} named />
      {SCALE.map((point) => (
        <Words
          key={point}
          canvas={canvas}
          x={canvas.mean(point)}
          y={HEAD - 6}
          anchor="middle"
          says={String(point)}
        />
      ))}
      {pairs.map(({ code, panels }, place) => {
        const { earlier, later, compared } = panels[panel];
        const middle = HEAD + place * ROW + CODE + 18;
        const differs = "differs" in compared && compared.differs;
        return (
          <g key={code}>
            <Words canvas={canvas} ink="soft" x={canvas.at(0)} y={middle - 18} says={code} />
            {earlier.mean === null || later.mean === null ? null : (
              <line
                {...canvas.ink(differs ? "joined-differs" : "joined")}
                x1={canvas.mean(earlier.mean)}
                x2={canvas.mean(later.mean)}
                y1={middle}
                y2={middle}
              />
            )}
            <Range figures={earlier} y={middle - ASIDE} {...{ canvas, panel }} />
            <Range figures={later} y={middle + ASIDE} {...{ canvas, panel }} />
            {earlier.mean === null ? null : (
              <svg x={canvas.mean(earlier.mean)} y={middle} overflow="visible">
                <OpenMark of={panel} />
              </svg>
            )}
            {later.mean === null ? null : (
              <Mark canvas={canvas} of={panel} x={canvas.mean(later.mean)} y={middle} />
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** The shape of a panel as an outline: what was then. */
const OpenMark = ({ of }: { of: Panel }) =>
  of === "public" ? (
    <circle class="then-public" r="6" />
  ) : (
    <path class="then-expert" d="M0-8L8 0 0 8-8 0z" />
  );

interface RangeProps {
  canvas: ReturnType<typeof pageCanvas>;
  panel: Panel;
  figures: Figures;
  y: number;
}

const Range = ({ canvas, panel, figures: { interval }, y }: RangeProps) =>
  interval === null || interval[0] === interval[1] ? null : (
    <line
      {...canvas.ink(`whisker-${panel}`)}
      x1={canvas.mean(interval[0])}
      x2={canvas.mean(interval[1])}
      y1={y}
      y2={y}
    />
  );
