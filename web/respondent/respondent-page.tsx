import type { ComponentChildren } from "preact";
import type { Accent } from "../../domain/consultation/look.ts";
import type { Language } from "../../domain/language.ts";
import { RATE, pathOf } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";

interface Props extends Reader {
  assets: Assets;
  /** Which page of the consultation it is (paths.ts); the rate page unless it says otherwise. */
  path?: string;
  consultation: {
    id: string;
    languages: readonly Language[];
    atRisk: boolean;
    leaveTo: string;
    accent?: Accent | undefined;
  };
  /** Whether the page needs the script also where nobody has to leave in a hurry. */
  script?: boolean;
  state?: unknown;
  languageChoice?: ComponentChildren;
  children: ComponentChildren;
}

/**
 * A page on which somebody takes part. All have one title that says nothing of what is answered or
 * how far: a browser keeps titles in its history. In an `at-risk` consultation all have the way off.
 */
export function RespondentPage({ consultation, path = RATE, script = false, ...page }: Props) {
  const { id, languages, atRisk, leaveTo } = consultation;
  const { text, assets, children } = page;
  return (
    <Document
      {...page}
      title={text.rate.page.title}
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
