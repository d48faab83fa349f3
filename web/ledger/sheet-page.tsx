import type { ComponentChildren } from "preact";
import { pathOf } from "../../domain/paths.ts";
import { lookOf } from "../../domain/consultation/look.ts";
import { textOf } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { MadeUp } from "../page/made-up.tsx";
import { sharedAbout, titleAbout } from "../respondent/consultation-head.ts";
import { headed } from "../respondent/localize.ts";
import { Demonstration, Notices } from "../results/notices.tsx";
import { citation } from "../results/share/cited.ts";
import { fill } from "../text.ts";
import { ledgerQuery } from "./choices.ts";
import { type AddresseeView, nameOf, ofAddressee } from "./of-addressee.ts";
import { StateNote } from "./state-note.tsx";
import { ledgerAddress, type LedgerView } from "./view.ts";

export interface SheetProps {
  view: LedgerView;
  assets: Assets;
  /** The code of an addressee of the consultation. */
  addressee: string;
}

interface Props extends SheetProps {
  kind: "letter" | "briefing";
  /** The page's address, and what it is called, with `{name}` for the addressee. */
  path: string;
  title: string;
  /** What is on paper. */
  children: (of: AddresseeView) => ComponentChildren;
}

/** A page for paper about one addressee, in any language of the consultation. Around it on the screen: what it is. */
export function SheetPage({ view, assets, addressee, kind, path, title, children }: Props) {
  const { language, text, origin, consultation, newest, choices } = view;
  const { sheet } = text.ledger;
  const head = headed(consultation, view);
  const name = fill(title, { name: textOf(nameOf(view, addressee)) });
  const of = ofAddressee(view, addressee);
  return (
    <Document
      language={language}
      text={text}
      title={titleAbout(view, head, name)}
      shared={sharedAbout(view, origin, head, name)}
      path={pathOf(path, { id: consultation.id, addressee })}
      languages={consultation.languages}
      query={ledgerQuery({ ...choices, addressee: undefined, status: undefined }, newest?.release)}
      style={assets.readingStyle}
      moreStyle={assets.ledgerStyle}
      accent={lookOf(consultation).accent}
    >
      <div class="notice sheet-note">
        {of === undefined ? null : <p>{sheet.print}</p>}
        <p>
          <a href={ledgerAddress(view, { addressee: undefined, status: undefined })}>
            {sheet.back}
          </a>
        </p>
      </div>
      {of === undefined ? (
        <>
          <h1>{sheet.nothing}</h1>
          <Demonstration consultation={consultation} />
          <StateNote view={view} />
        </>
      ) : of.own.length === 0 ? (
        <>
          <h1>{sheet.nothing}</h1>
          <p>{sheet.nobody}</p>
        </>
      ) : (
        <article class={`sheet sheet-${kind}`}>
          <Notices view={{ ...view, release: of.newest.release }} />
          <MadeUp isSo={view.madeUp} />
          {children(of)}
          <p class="hint sheet-source">
            {`${text.results.chart.caveat} ${citation({ ...view, choices: { ballots: "all" }, release: of.newest.release, hash: of.newest.hash }, origin)}`}
          </p>
        </article>
      )}
    </Document>
  );
}
