import { ReadBy } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import { formatMoment } from "../text.ts";
import { AskedBy } from "../page/asked-by.tsx";
import { Head } from "../page/document.tsx";
import { titleAbout } from "../respondent/consultation-head.ts";
import { headed } from "../respondent/localize.ts";
import { EmbedKey } from "./embed-key.tsx";
import { MeansLine } from "./chart/means-line.tsx";
import { NoRelease } from "./no-release.tsx";
import type { ResultsPageProps } from "./results-page.tsx";
import { Demonstration, Notices } from "./notices.tsx";
import { leftOutWords } from "./facts/left-out.ts";
import { nothingWords } from "./facts/panel-facts.ts";
import { embeddedRows } from "./share/embedded.ts";
import { noHighestWords } from "./top-five.tsx";
import { addressOf, type ResultsView } from "./facts/view.ts";
import { meansInShort } from "./facts/words.ts";

/** The highest priorities by themselves, to be shown within other sites' pages. */
export function EmbedPage(props: Omit<ResultsPageProps, "releases" | "log" | "address">) {
  const { language, text, assets, consultation, calendar, view } = props;
  const title = saidIn(props, consultation, consultation.title);
  return (
    <ReadBy value={{ language, text }}>
      <html lang={text.language} dir={text.direction}>
        <Head
          title={titleAbout(props, headed(consultation, props), text.results.eyebrow)}
          style={assets.readingStyle}
        >
          <script type="module" src={assets.shareScript} />
        </Head>
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
  const rows = embeddedRows(view);
  const leftOut = leftOutWords(view);
  const why = noHighestWords(view) || (shown.length === 0 ? nothingWords(view, "public") : "");
  return (
    <>
      <Notices view={view} />
      {leftOut === undefined ? null : <p class="notice notice-warning">{leftOut}</p>}
      {why === "" ? null : <p>{why}</p>}
      {rows.length === 0 ? null : <EmbedKey view={view} />}
      <ol class="embed-list" hidden={rows.length === 0}>
        {rows.map((row) => (
          <li key={row.code}>
            <b>
              <Wording of={row.said} />
            </b>{" "}
            <span class="top-words">{meansInShort(view, row).join(" · ")}</span>
            <MeansLine row={row} view={view} height={26} />
          </li>
        ))}
      </ol>
      <p class="hint">
        {`${results.notAVote} ${results.release.number} ${release.release}, ${formatMoment(language, release.releasedAt, view.consultation.timeZone)}.`}
      </p>
      <p>
        <a href={addressOf(view)} target="_blank" rel="noopener">
          {results.embed.whole}
        </a>
      </p>
    </>
  );
}
