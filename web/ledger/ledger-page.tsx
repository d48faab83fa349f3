import { lookOf } from "../../domain/consultation/look.ts";
import {
  API_LEDGER,
  API_LEDGER_CSV,
  LEDGER,
  METHODS,
  pathOf,
  RESULTS,
  SHARE,
} from "../../domain/paths.ts";
import { saidIn, Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { MadeUp } from "../page/made-up.tsx";
import { Emblem } from "../page/emblem.tsx";
import { sharedAbout, titleAbout } from "../respondent/consultation-head.ts";
import { headed } from "../respondent/localize.ts";
import { Demonstration, Notices } from "../results/notices.tsx";
import { Addressees } from "./addressees.tsx";
import { ledgerQuery } from "./choices.ts";
import { Choose } from "./choose.tsx";
import { LedgerFigure } from "./figure.tsx";
import { StateNote } from "./state-note.tsx";
import { LedgerTable } from "./table.tsx";
import { ledgerAddress, type LedgerView } from "./view.ts";

interface Props {
  view: LedgerView;
  assets: Assets;
}

/** Priority beside silence: what was answered of a consultation, and what was not. The page has no script. */
export function LedgerPage({ view, assets }: Props) {
  const { language, text, origin, consultation, newest, choices } = view;
  const { ledger } = text;
  const head = headed(consultation, view);
  const path = pathOf(LEDGER, { id: consultation.id });
  return (
    <Document
      language={language}
      text={text}
      title={titleAbout(view, head, ledger.name)}
      shared={sharedAbout(view, origin, head, ledger.name)}
      path={path}
      languages={consultation.languages}
      query={ledgerQuery(choices, newest?.release)}
      style={assets.readingStyle}
      moreStyle={assets.ledgerStyle}
      accent={lookOf(consultation).accent}
      printed={origin + path}
      wide
    >
      <Emblem consultation={consultation} />
      <p class="eyebrow">{ledger.name}</p>
      <h1>
        <Wording of={saidIn(view, consultation, consultation.title)} />
      </h1>
      <p class="lead">{ledger.lead}</p>
      <p>
        <a href={pathOf(RESULTS, { id: consultation.id, lang: language })}>{ledger.results}</a>
      </p>
      {newest === undefined ? (
        <Demonstration consultation={consultation} />
      ) : (
        <Notices view={{ ...view, release: newest.release }} />
      )}
      <MadeUp isSo={view.madeUp} />
      {consultation.translations[language] === "working" ? (
        <p class="notice">{text.common.workingTranslation}</p>
      ) : null}
      <StateNote view={view} />
      <Addressees view={view} />
      <Rows view={view} />
      <Read view={view} />
      <Files view={view} />
    </Document>
  );
}

/** No choice but of the order. */
const EVERYTHING = { addressee: undefined, status: undefined };

/** What the choices leave: as a picture and as a table. */
function Rows({ view }: { view: LedgerView }) {
  const { choose } = view.text.ledger;
  return (
    <section aria-labelledby="priority">
      <h2 id="priority">{choose.heading}</h2>
      <Choose view={view} />
      {view.shown.length === 0 ? (
        <p class="notice">
          {choose.nothing}{" "}
          <a href={`${ledgerAddress(view, EVERYTHING)}#priority`}>{choose.reset}</a>
        </p>
      ) : (
        <>
          <LedgerFigure view={view} />
          <LedgerTable view={view} />
        </>
      )}
    </section>
  );
}

function Read({ view: { text, language } }: { view: LedgerView }) {
  const { read } = text.ledger;
  return (
    <section aria-labelledby="read">
      <h2 id="read">{read.heading}</h2>
      <p>{text.methods.ledger.text}</p>
      <p>
        <a href={`${pathOf(METHODS, { lang: language })}#ledger`}>{read.methods}</a>
      </p>
    </section>
  );
}

function Files({ view }: { view: LedgerView }) {
  const { text, language, consultation } = view;
  const { files } = text.ledger;
  const { id } = consultation;
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{files.heading}</h2>
      <p class="buttons">
        {[
          [API_LEDGER_CSV, files.csv],
          [API_LEDGER, files.json],
        ].map(([path = "", name]) => (
          <a key={path} class="button secondary" href={ledgerAddress(view, EVERYTHING, path)}>
            {name}
          </a>
        ))}
      </p>
      <p>
        <a href={`${pathOf(SHARE, { id, lang: language })}#ledger`}>{text.share.link}</a>
      </p>
    </section>
  );
}
