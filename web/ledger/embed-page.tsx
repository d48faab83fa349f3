import { saidIn, Wording } from "../language/said.tsx";
import { ReadBy } from "../language/reader.ts";
import { AskedBy } from "../page/asked-by.tsx";
import type { Assets } from "../page/assets.ts";
import { Head } from "../page/document.tsx";
import { MadeUp } from "../page/made-up.tsx";
import { titleAbout } from "../respondent/consultation-head.ts";
import { headed } from "../respondent/localize.ts";
import { Demonstration, Notices } from "../results/notices.tsx";
import { fill } from "../text.ts";
import { ledgerChart } from "./chart.tsx";
import { StateNote } from "./state-note.tsx";
import { highestOf, ledgerAddress, type LedgerView } from "./view.ts";
import { dayWords, findingWords } from "./words.tsx";

interface Props {
  view: LedgerView;
  assets: Assets;
}

/** The ten highest priorities and how long they have waited, to be shown within other sites' pages. */
export function LedgerEmbedPage({ view, assets }: Props) {
  const { language, text, consultation, newest } = view;
  const { organiser, id, title } = consultation;
  return (
    <ReadBy value={{ language, text }}>
      <html lang={text.language} dir={text.direction}>
        <Head
          title={titleAbout(view, headed(consultation, view), text.ledger.name)}
          style={assets.readingStyle}
          moreStyle={assets.ledgerStyle}
        >
          <script type="module" src={assets.shareScript} />
        </Head>
        <body class="embed">
          <main>
            <p class="eyebrow">{text.ledger.name}</p>
            <h1>
              <Wording of={saidIn(view, consultation, title)} />
            </h1>
            <AskedBy
              id={id}
              name={organiser && saidIn(view, consultation, organiser.name)}
              embedded
            />
            <MadeUp isSo={view.madeUp} />
            {newest === undefined ? (
              <>
                <Demonstration consultation={consultation} />
                <StateNote view={view} />
              </>
            ) : (
              <>
                <Notices view={{ ...view, release: newest.release }} />
                <Highest view={view} />
              </>
            )}
            <p>
              <a
                href={ledgerAddress(view, { addressee: undefined, status: undefined })}
                target="_blank"
                rel="noopener"
              >
                {text.ledger.embed.whole}
              </a>
            </p>
          </main>
        </body>
      </html>
    </ReadBy>
  );
}

function Highest({ view }: { view: LedgerView }) {
  const { text, ledger } = view;
  const lines = highestOf(view);
  const { height, label, content } = ledgerChart(view, lines);
  return (
    <figure>
      <figcaption>{`${findingWords(view, lines)} ${text.ledger.chart.caption}`}</figcaption>
      <svg class="chart" width="100%" height={height} role="img" aria-label={label}>
        {content}
      </svg>
      <ol class="embed-ledger">
        {lines.map((line) => (
          <li key={line.code}>
            <span class="code">{line.code}</span> <Wording of={line.said} />
          </li>
        ))}
      </ol>
      <p class="hint">
        {fill(text.ledger.chart.state, { day: dayWords(view, ledger.day) })} {text.results.notAVote}
      </p>
    </figure>
  );
}
