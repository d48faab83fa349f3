import { SCALE } from "../../../domain/ballot/rating.ts";
import type { ResultsView } from "../facts/view.ts";
import { type Canvas, pageCanvas } from "./canvas.ts";
import { Words } from "./words.tsx";

interface Props {
  view: Pick<ResultsView, "text">;
  /** A page, unless it says otherwise. */
  canvas?: Canvas;
  top: number;
  bottom: number;
  /** Whether the points are named below. */
  named?: boolean;
}

/** The five points of the scale as lines from top to bottom. */
export function Grid({ view, canvas = pageCanvas(view.text), top, bottom, named = false }: Props) {
  const { scale } = view.text.common;
  return (
    <g>
      {SCALE.map((point) => (
        <line
          key={point}
          {...canvas.ink("grid")}
          x1={canvas.mean(point)}
          x2={canvas.mean(point)}
          y1={top}
          y2={bottom}
        />
      ))}
      {named ? (
        <>
          {SCALE.map((point) => (
            <Words
              key={point}
              canvas={canvas}
              x={canvas.mean(point)}
              y={bottom + 16}
              anchor="middle"
              says={String(point)}
            />
          ))}
          <Words canvas={canvas} ink="soft" x={canvas.at(0)} y={bottom + 33} says={scale[1]} />
          <Words
            canvas={canvas}
            ink="soft"
            x={canvas.at(100)}
            y={bottom + 33}
            anchor="end"
            says={scale[5]}
          />
        </>
      ) : null}
    </g>
  );
}
