import type { Listing, Standing } from "../../domain/consultation/listing.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { COUNCIL, HOME, pathOf } from "../../domain/paths.ts";
import { Filled } from "../language/filled.tsx";
import { type Reader, useReader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { pageTitle } from "../page/page-title.ts";
import { ConsultationEntry } from "./consultation-entry.tsx";

export interface HomePageProps extends Reader {
  assets: Assets;
  origin: string;
  listing: Listing;
}

/** The start page: every consultation with where it stands, what takes answers first. */
export function HomePage({ language, text, assets, origin, listing }: HomePageProps) {
  const { home } = text;
  const { open, coming, closed } = listing;
  return (
    <Document
      language={language}
      text={text}
      title={pageTitle(home.title)}
      shared={{ origin, title: home.title, description: home.intro }}
      path={HOME}
      style={assets.style}
    >
      <h1>{home.title}</h1>
      <p class="lead">{home.intro}</p>
      <ToCouncil />
      {open.length === 0 ? <NothingOpen listing={listing} /> : null}
      <Entries heading={home.openHeading} of={open} />
      <Entries heading={home.comingHeading} of={coming} />
      <Entries heading={home.closedHeading} of={closed} short />
    </Document>
  );
}

/** The way to who answers and who is silent, over all of them. */
function ToCouncil() {
  const { language, text } = useReader();
  const { council } = text;
  return (
    <p>
      <Filled
        of={council.link}
        values={{
          council: <a href={pathOf(COUNCIL, { lang: language })}>{council.title}</a>,
        }}
      />
    </p>
  );
}

interface EntriesProps {
  heading: string;
  of: readonly Standing[];
  short?: boolean;
}

function Entries({ heading, of, short = false }: EntriesProps) {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      {of.map((one) => (
        <ConsultationEntry key={one.definition.id} standing={one} short={short} />
      ))}
    </section>
  );
}

/** That nothing takes answers, and what can be done instead: by readers, and by those who would ask. */
function NothingOpen({ listing: { coming, closed } }: { listing: Listing }) {
  const { language, text } = useReader();
  const { home } = text;
  const words =
    coming.length > 0 ? home.emptyComing : closed.length > 0 ? home.emptyClosed : home.empty;
  return (
    <div class="empty">
      <h2>{home.emptyTitle}</h2>
      <p>{words}</p>
      {coming.length + closed.length > 0 ? null : (
        <p>
          <Filled
            of={home.emptyOrganisers}
            values={{
              link: (
                <a href={organisePath(ORGANISE.home, { lang: language })}>
                  {text.organiser.page.console}
                </a>
              ),
            }}
          />
        </p>
      )}
    </div>
  );
}
