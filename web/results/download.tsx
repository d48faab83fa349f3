import { isDrawable } from "../language/drawable.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { fill } from "../text.ts";
import { addressOf, type ResultsView } from "./facts/view.ts";

interface Props {
  view: ResultsView;
  /** Which chart: `overview.svg`, or the one of a recommendation. */
  chart: string;
  name: string;
}

/** Links to a chart as a file: a drawing, and a picture where our font has its letters. */
export function Download({ view, chart, name }: Props) {
  const { consultation, rows } = view;
  const { downloadPng, downloadPngNamed } = view.text.share.chart;
  const code = chart.replace(/\.svg$/, "");
  const row = rows.find((one) => one.code === code);
  const drawn = [
    textOf(saidIn(view, consultation, consultation.title)),
    ...(row === undefined ? rows : [row]).map(({ said }) => textOf(said)),
  ];
  return (
    <p class="download">
      <a href={addressOf(view, {}, chart)} download>
        {name}
      </a>
      {isDrawable(drawn.join("")) ? (
        <>
          {" · "}
          <a href={addressOf(view, {}, `${code}.png`)} download>
            {row === undefined ? downloadPng : fill(downloadPngNamed, { code })}
          </a>
        </>
      ) : null}
    </p>
  );
}
