import type { Consultation } from "../../domain/consultation/definition.ts";
import { HOME } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { pageTitle } from "../page/page-title.ts";
import { ConsultationEntry } from "./consultation-entry.tsx";

export interface HomePageProps extends Reader {
  assets: Assets;
  origin: string;
  consultations: Consultation[];
}

/** The start page: every consultation, with the way to its questions and its results. */
export function HomePage({ language, text, assets, origin, consultations }: HomePageProps) {
  const { home } = text;
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
      {consultations.map((one) => (
        <ConsultationEntry key={one.id} consultation={one} />
      ))}
      {consultations.length > 0 ? null : (
        <div class="empty">
          <h2>{home.emptyTitle}</h2>
          <p>{home.empty}</p>
        </div>
      )}
    </Document>
  );
}
