import { ABOUT, API_PAGE, PRIVACY, pathOf } from "../../domain/paths.ts";
import { CATALOGUES, PAGE_LANGUAGES } from "../language/catalogue.ts";
import { languageName } from "../language/names.ts";
import { Filled } from "../language/filled.tsx";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { pageTitle } from "../page/page-title.ts";
import { Contact } from "../page/prose.tsx";
import { fill } from "../text.ts";
import type { Installation } from "./installation.ts";

interface Props extends Reader {
  assets: Assets;
  origin: string;
  installation: Installation;
}

/** What this site is, who runs it, and in which languages it is there. */
export function SitePage({ language, text, assets, origin, installation }: Props) {
  const { site, consultation, privacy } = text.about;
  const { operator, contact } = installation;
  return (
    <Document
      language={language}
      text={text}
      title={pageTitle(site.title)}
      shared={{ origin, title: site.title, description: site.what }}
      path={ABOUT}
      style={assets.style}
    >
      <h1>{site.title}</h1>
      <p class="lead">{site.what}</p>
      <p>{site.free}</p>
      <h2>{site.runHeading}</h2>
      <p>{operator === undefined ? site.runUnknown : fill(site.run, { name: operator })}</p>
      {contact === undefined ? null : (
        <p>
          {`${site.contact} `}
          <Contact of={contact} />
        </p>
      )}
      <p>{fill(site.organisers, { page: consultation.title })}</p>
      <p>
        <a href={pathOf(PRIVACY, { lang: language })}>{privacy.title}</a>
      </p>
      <p>
        <a href={pathOf(API_PAGE, { lang: language })}>{text.api.title}</a>
      </p>
      <h2>{site.languagesHeading}</h2>
      <Languages words={site.complete} state="complete" />
      <Languages words={site.working} state="working" />
    </Document>
  );
}

/** The languages of that state, each by its own name. */
function Languages({ words, state }: { words: string; state: "complete" | "working" }) {
  const found = PAGE_LANGUAGES.filter((one) => CATALOGUES[one]!.meta.state === state);
  if (found.length === 0) return null;
  const languages = found.map((one, place) => (
    <>
      {place === 0 ? "" : ", "}
      <span lang={one} dir="auto">
        {languageName(one)}
      </span>
    </>
  ));
  return (
    <p>
      <Filled of={words} values={{ languages }} />
    </p>
  );
}
