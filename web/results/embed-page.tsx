import { ReadBy } from "../language/reader.ts";
import { saidIn, textOf, Wording } from "../language/said.tsx";
import { fill, formatMoment } from "../text.ts";
import { AskedBy } from "../page/asked-by.tsx";
import { Head } from "../page/document.tsx";
import { MeansLine } from "./chart/means-line.tsx";
import { NoRelease } from "./no-release.tsx";
import type { ResultsPageProps } from "./results-page.tsx";
import { Demonstration, Notices } from "./notices.tsx";
import { inOrder } from "./facts/order.ts";
import { nothingWords } from "./facts/panel-facts.ts";
import { highest } from "./facts/ranking.ts";
import { noHighestWords, topSentence } from "./top-five.tsx";
import { addressOf, type ResultsView } from "./facts/view.ts";
import { rankedPanel } from "./facts/ranking.ts";
import type { ResultRow } from "./facts/row.ts";

/** The highest priorities by themselves, to be shown within other sites' pages. */
export function EmbedPage(props: Omit<ResultsPageProps, "releases" | "log" | "address">) {
  const { language, text, assets, consultation, calendar, view } = props;
  const title = saidIn(props, consultation, consultation.title);
  return (
    <ReadBy value={{ language, text }}>
      <html lang={text.language} dir={text.direction}>
        <Head title={fill(text.results.pageTitle, { title: textOf(title) })} style={assets.style} />
        <body class="embed">
          <main>
            <h1>
              <Wording of={title} />
            </h1>
            <AskedBy
              id={consultation.id}
              name={
                consultation.organiser && saidIn(props, consultation, consultation.organiser.name)
              }
              embedded
            />
            {view === undefined ? (
              <>
                <Demonstration consultation={consultation} />
                <NoRelease {...{ consultation, calendar }} />
              </>
            ) : (
              <Highest view={view} />
            )}
          </main>
        </body>
      </html>
    </ReadBy>
  );
}

function Highest({ view }: { view: ResultsView }) {
  const { text, language, release, shown } = view;
  const { results } = text;
  const rows = rowsOf(view);
  const why = noHighestWords(view) || (shown.length === 0 ? nothingWords(view, "public") : "");
  return (
    <>
      <Notices view={view} />
      {why === "" ? null : <p>{why}</p>}
      <ol class="embed-list" hidden={rows.length === 0}>
        {rows.map((row) => (
          <li key={row.code}>
            <b>
              <Wording of={row.said} />
            </b>{" "}
            <span class="top-words">{topSentence(view, row)}</span>
            <MeansLine row={row} view={view} height={26} />
          </li>
        ))}
      </ol>
      <p class="hint">
        {`${results.notAVote} ${results.worth.intervals[release.method]} ${results.release.number} ${release.release}, ${formatMoment(language, release.releasedAt, view.consultation.timeZone)}.`}
      </p>
      <p>
        <a href={addressOf(view)} target="_blank" rel="noopener">
          {results.embed.whole}
        </a>
      </p>
    </>
  );
}

/** The highest priorities; of few recommendations all that have a mean, in their order; else none. */
function rowsOf(view: ResultsView): ResultRow[] {
  const found = highest(view);
  if (found !== undefined) return "rows" in found ? found.rows : [];
  return inOrder(view.rows, rankedPanel(view)).filter((row) =>
    view.shown.some((panel) => row.panels[panel].mean !== null),
  );
}
