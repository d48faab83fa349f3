import { SCALE } from "../../domain/ballot/rating.ts";
import type { ResultRow } from "../results/facts/row.ts";
import type { ResultsView } from "../results/facts/view.ts";

interface Props {
  view: ResultsView;
  row: ResultRow;
}

/** What the shades of its bars stand for: of the five points, and of three bands where such are drawn. */
export function Shades({ view, row }: Props) {
  const { text, shown } = view;
  const { shades, spread } = text.results;
  const drawn = shown.map((panel) => row.panels[panel]);
  const isPoint = ({ counts }: (typeof drawn)[number]) => counts.some((count) => count !== null);
  const isBand = (one: (typeof drawn)[number]) =>
    !isPoint(one) && one.bands.some((count) => count !== null);
  const { low, medium, high } = spread.bands;
  return (
    <>
      {drawn.some(isPoint) ? (
        <Key
          name={shades.points}
          of={SCALE.map((point) => [point, `${point} ${text.common.scale[point]}`])}
        />
      ) : null}
      {drawn.some(isBand) ? (
        <Key
          name={shades.bands}
          of={[
            [2, low],
            [3, medium],
            [4, high],
          ]}
        />
      ) : null}
    </>
  );
}

const Key = ({ name, of }: { name: string; of: (readonly [number, string])[] }) => (
  <div class="shades">
    <span>{name}</span>
    <ul class="plain">
      {of.map(([point, words]) => (
        <li key={point}>
          <svg class="chart" width="26" height="16" aria-hidden="true">
            <rect class={`fill-${point}`} x="1" y="1" width="24" height="14" />
          </svg>{" "}
          {words}
        </li>
      ))}
    </ul>
  </div>
);
