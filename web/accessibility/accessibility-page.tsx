import type { Consultation } from "../../domain/consultation/definition.ts";
import { ACCESSIBILITY, PAPER, pathOf } from "../../domain/paths.ts";
import { Filled } from "../language/filled.tsx";
import type { Reader } from "../language/reader.ts";
import { fill, formatDay } from "../text.ts";
import { saidIn, Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { pageTitle } from "../page/page-title.ts";

/** The day on which everything was last tested as the statement says; change both together. */
const STATED = "2026-11-28";

interface Props extends Reader {
  assets: Assets;
  origin: string;
  /** The consultations that can be answered on paper. */
  onPaper: Consultation[];
}

/** Who can use the pages as far as is known, what is not known, and what to do when they fail. */
export function AccessibilityPage({ language, text, assets, origin, onPaper }: Props) {
  const words = text.accessibility;
  return (
    <Document
      language={language}
      text={text}
      title={pageTitle(words.title)}
      shared={{ origin, title: words.title, description: words.intro }}
      path={ACCESSIBILITY}
      style={assets.style}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <h2>{words.aimHeading}</h2>
      <p>{words.aim}</p>
      <h2>{words.testedHeading}</h2>
      <p>{fill(words.testedHow, { day: formatDay(language, STATED) })}</p>
      <Sentences of={words.tested} />
      <h2>{words.notTestedHeading}</h2>
      <Sentences of={words.notTested} />
      <h2>{words.limitsHeading}</h2>
      <Sentences of={words.limits} />
      <h2>{words.helpHeading}</h2>
      <p>{words.withoutScript}</p>
      <p>{words.onPaper}</p>
      {onPaper.length === 0 ? null : (
        <ul>
          {onPaper.map((one) => (
            <li key={one.id}>
              <a href={pathOf(PAPER, { id: one.id, lang: language })}>
                <Filled
                  of={words.paperFor}
                  values={{ title: <Wording of={saidIn({ language, text }, one, one.title)} /> }}
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>{words.tell}</p>
    </Document>
  );
}

const Sentences = ({ of }: { of: string[] }) => (
  <ul>
    {of.map((one) => (
      <li key={one}>{one}</li>
    ))}
  </ul>
);
