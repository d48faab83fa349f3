import { HOME, pathOf } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "./assets.ts";
import { Document } from "./document.tsx";
import { pageTitle } from "./page-title.ts";

interface Props extends Reader {
  assets: Assets;
}

/** Says that there is too much to do at the moment. The same wherever it is shown, so that it costs nothing then. */
export function BusyPage({ language, text, assets }: Props) {
  const heading = text.common.problemPage.busy;
  return (
    <Document
      {...{ language, text }}
      title={pageTitle(heading)}
      path={HOME}
      // Links to other languages would lead away from what was asked for.
      languages={[language]}
      style={assets.style}
    >
      <h1>{heading}</h1>
      <p class="lead">{text.problems.busy}</p>
      <p class="buttons">
        <a href={pathOf(HOME, { lang: language })}>{text.common.allConsultations}</a>
      </p>
    </Document>
  );
}
