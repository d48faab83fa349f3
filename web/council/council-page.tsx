import { COUNCIL } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { MadeUp } from "../page/made-up.tsx";
import { MissingAnswer } from "../page/missing-answer.tsx";
import { pageTitle } from "../page/page-title.ts";
import { AddresseeTable } from "./addressee-table.tsx";
import { CouncilEntry } from "./council-entry.tsx";
import { Pages } from "./pages.tsx";
import { Silences } from "./silences.tsx";
import type { CouncilView } from "./view.ts";

interface Props extends Reader {
  assets: Assets;
  origin: string;
  view: CouncilView;
}

/** All consultations of an installation and, over all of them, who answers and who is silent. */
export function CouncilPage({ language, text, assets, origin, view }: Props) {
  const { council, home } = text;
  const { consultations, addressees } = view;
  const isMadeUp = [...view.answered.values()].some(({ madeUp }) => madeUp);
  return (
    <Document
      language={language}
      text={text}
      title={pageTitle(council.title)}
      shared={{ origin, title: council.title, description: council.intro }}
      path={COUNCIL}
      style={assets.readingStyle}
      wide
    >
      <h1>{council.title}</h1>
      <p class="lead">{council.intro}</p>
      <MadeUp isSo={isMadeUp} />
      <section>
        <h2>{council.who}</h2>
        {addressees.shown.length === 0 ? (
          <div class="empty">
            <p>{council.notCounted}</p>
          </div>
        ) : (
          <>
            <p>{council.counted}</p>
            <Silences addressees={addressees.shown} />
            <AddresseeTable view={view} />
            <Pages name="addressees" of={view} />
            <p class="hint">{council.together}</p>
          </>
        )}
        <MissingAnswer />
      </section>
      <section>
        <h2>{council.all}</h2>
        {consultations.shown.length === 0 ? (
          <div class="empty">
            <p>{home.empty}</p>
          </div>
        ) : (
          <>
            {consultations.shown.map((one) => (
              <CouncilEntry
                key={one.definition.id}
                standing={one}
                answered={view.answered.get(one.definition.id)}
              />
            ))}
            <Pages name="consultations" of={view} />
          </>
        )}
      </section>
    </Document>
  );
}
