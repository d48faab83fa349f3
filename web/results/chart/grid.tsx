import { SCALE } from "../../../domain/ballot/rating.ts";
import type { ResultsView } from "../facts/view.ts";
import { placesIn } from "./scale.ts";

interface Props {
  view: ResultsView;
  top: number;
  bottom: number;
  /** Whether the points are named below. */
  named?: boolean;
}

/** The five points of the scale as lines from top to bottom. */
export function Grid({ view, top, bottom, named = false }: Props) {
  const { scale } = view.text.common;
  const place = placesIn(view.text);
  return (
    <g>
      {SCALE.map((point) => (
        <line
          key={point}
          class="grid"
          x1={place.mean(point)}
          x2={place.mean(point)}
          y1={top}
          y2={bottom}
        />
      ))}
      {named ? (
        <>
          {SCALE.map((point) => (
            <text key={point} x={place.mean(point)} y={bottom + 16} text-anchor="middle">
              {point}
            </text>
          ))}
          <text class="soft" x={place.at(0)} y={bottom + 33}>
            {scale[1]}
          </text>
          <text class="soft" x={place.at(100)} y={bottom + 33} text-anchor="end">
            {scale[5]}
          </text>
        </>
      ) : null}
    </g>
  );
}
