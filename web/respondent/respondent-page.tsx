import type { ComponentChildren } from "preact";
import type { Accent } from "../../domain/consultation/look.ts";
import type { Language } from "../../domain/language.ts";
import { RATE, pathOf } from "../../domain/paths.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets, Inline } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { fill } from "../text.ts";
import { type Headed, sharedAbout, titleAbout } from "./consultation-head.ts";

interface Props extends Reader {
  assets: Assets;
  /** Which page of the consultation it is (paths.ts); the rate page unless it says otherwise. */
  path?: string;
  consultation: Headed & {
    languages: readonly Language[];
    leaveTo: string;
    accent?: Accent | undefined;
  };
  /** Where people find this installation; without it, as in a preview, nobody is told anything. */
  origin?: string | undefined;
  /** What this page of the consultation is called; its first page has no name of its own. */
  name?: string | undefined;
  /** What came of the last step, which the title says first. */
  step?: keyof Catalogue["rate"]["titles"] | undefined;
  /** Whether the page needs the script also where nobody has to leave in a hurry. */
  script?: boolean;
  /** Style and script, where the page brings them itself. */
  inline?: Inline | undefined;
  state?: unknown;
  languageChoice?: ComponentChildren;
  children: ComponentChildren;
}

/**
 * A page on which somebody takes part. Its title says which consultation and which step, and nothing of
 * what is answered: a browser keeps titles in its history. In an `at-risk` consultation all have one
 * title, and the way off.
 */
export function RespondentPage({ consultation, path = RATE, script = false, ...page }: Props) {
  const { origin, name, step, ...rest } = page;
  const { id, languages, atRisk, leaveTo } = consultation;
  const { text, assets, children } = page;
  const title = titleAbout(page, consultation, name);
  return (
    <Document
      sends
      {...rest}
      title={step === undefined || atRisk ? title : fill(text.rate.titles[step], { title })}
      shared={origin === undefined ? undefined : sharedAbout(page, origin, consultation, name)}
      path={pathOf(path, { id })}
      languages={languages}
      accent={consultation.accent}
      style={assets.style}
      script={script || atRisk ? assets.rateScript : undefined}
    >
      {atRisk ? (
        <p class="leave">
          <a class="button danger" id="leave" href={leaveTo} rel="noreferrer">
            {text.rate.page.leave}
          </a>
        </p>
      ) : null}
      {children}
    </Document>
  );
}
