import { isDrawable } from "../../language/drawable.ts";
import { saidIn, textOf, unmarked, Wording } from "../../language/said.tsx";
import { addressOf, recommendationAddress, type ResultsView } from "../facts/view.ts";
import { recommendationChart } from "../chart/recommendation-chart.tsx";
import { ChartForm } from "./chart-form.tsx";

/** Every chart of a release as a file, in both formats where our font has its letters. */
export function ChartList({ view }: { view: ResultsView }) {
  const { text, consultation } = view;
  const { pictures } = text.share;
  const title = textOf(saidIn(view, consultation, consultation.title));
  const rows = view.rows.filter((row) => recommendationChart(row, view) !== undefined);
  const isWhole = isDrawable([title, ...view.rows.map(({ said }) => textOf(said))].join(""));
  return (
    <section aria-labelledby="pictures">
      <h2 id="pictures">{pictures.heading}</h2>
      <p>{pictures.what}</p>
      {isWhole ? null : <p class="hint">{pictures.svgOnly}</p>}
      <ul class="chart-list">
        {view.shown.length === 0 ? null : (
          <li>
            <b>{pictures.overview}</b>
            <Files view={view} chart="overview" name={pictures.overview} hasPng={isWhole} />
          </li>
        )}
        {rows.map(({ code, said }) => (
          <li key={code}>
            <span>
              <a href={recommendationAddress(view, code)}>
                <Wording of={unmarked(said)} />
              </a>{" "}
              <span class="code">{code}</span>
            </span>
            <Files
              view={view}
              chart={code}
              name={code}
              hasPng={isDrawable(title + code + textOf(said))}
            />
          </li>
        ))}
      </ul>
      <ChartForm view={view} />
    </section>
  );
}

interface FilesProps {
  view: ResultsView;
  chart: string;
  /** What tells its links from those of other charts. */
  name: string;
  hasPng: boolean;
}

const Files = ({ view, chart, name, hasPng }: FilesProps) => (
  <span class="chart-files">
    {(hasPng ? ["png", "svg"] : ["svg"]).map((kind) => (
      <a
        key={kind}
        href={addressOf(view, {}, `${chart}.${kind}`)}
        download
        aria-label={`${kind.toUpperCase()}, ${name}`}
      >
        {kind.toUpperCase()}
      </a>
    ))}
  </span>
);
