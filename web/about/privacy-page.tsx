import type { Language } from "../../domain/language.ts";
import { PRIVACY } from "../../domain/paths.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { pageTitle } from "../page/page-title.ts";
import { fill, plural } from "../text.ts";
import type { Kept, KeptItem } from "./kept.ts";

/** In the order in which they are told. */
const GROUPS = {
  respondents: ["ballot", "remark", "draft", "tab", "invitation", "report", "limit", "noticed"],
  organisers: [
    "idle",
    "session",
    "challenge",
    "roleLink",
    "setupLink",
    "deskLink",
    "programKey",
    "once",
    "account",
    "log",
    "response",
    "bin",
    "export",
  ],
  running: ["program", "changes", "backup"],
} as const satisfies Record<string, readonly KeptItem[]>;

interface Props extends Reader {
  assets: Assets;
  origin: string;
  kept: Kept;
}

/** What is stored, and for how long: as the code has it, whose constants `kept` is made from. */
export function PrivacyPage({ language, text, assets, origin, kept }: Props) {
  const { privacy, consultation } = text.about;
  return (
    <Document
      language={language}
      text={text}
      title={pageTitle(privacy.title)}
      shared={{ origin, title: privacy.title, description: text.rate.page.nothingStored }}
      path={PRIVACY}
      style={assets.style}
    >
      <h1>{privacy.title}</h1>
      <p class="lead">{text.rate.page.nothingStored}</p>
      <p>{fill(privacy.intro, { page: consultation.title })}</p>
      <p>{privacy.cookies}</p>
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
        <section key={group} aria-labelledby={group}>
          <h2 id={group}>{privacy[group]}</h2>
          <table class="kept" aria-labelledby={group}>
            <thead>
              <tr>
                <th scope="col">{privacy.what}</th>
                <th scope="col">{privacy.howLong}</th>
              </tr>
            </thead>
            <tbody>
              {GROUPS[group].map((item) => (
                <tr key={item} id={item}>
                  <th scope="row">{privacy.items[item]}</th>
                  <td>{keptWords(language, text, kept[item])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <p>{privacy.gone}</p>
      <p class="hint">{privacy.late}</p>
    </Document>
  );
}

/** How long something is kept, in the largest unit that says it exactly. */
function keptWords(language: Language, text: Catalogue, kept: Kept[KeptItem]): string {
  const { ends, time } = text.about.privacy;
  if (typeof kept === "string") return ends[kept];
  const minutes = kept / 60;
  if (minutes % (24 * 60) === 0) return plural(language, time.days, minutes / (24 * 60));
  return minutes % 60 === 0
    ? plural(language, time.hours, minutes / 60)
    : plural(language, time.minutes, minutes);
}
