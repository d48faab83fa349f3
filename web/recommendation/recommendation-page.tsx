import type { ComponentChildren } from "preact";
import type { Calendar } from "../../domain/consultation/calendar.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { lookOf } from "../../domain/consultation/look.ts";
import { pathOf, RECOMMENDATION, RESULTS } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import { markedOnce, type Said, saidIn, Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { calendarWords, releaseWords } from "../results/facts/calendar-words.ts";
import { groupOf } from "../results/facts/choices.ts";
import { recommendationAddress, type ResultsView } from "../results/facts/view.ts";
import { Newer } from "../results/newer.tsx";
import { NoRelease } from "../results/no-release.tsx";
import { Demonstration } from "../results/notices.tsx";
import { titleAbout } from "../respondent/consultation-head.ts";
import { headed } from "../respondent/localize.ts";
import { Follow } from "../news/follow.tsx";
import { feedsFor } from "../news/follow-links.ts";
import { Asked } from "./asked.tsx";
import { Figures } from "./figures.tsx";
import { nameOf, sharedAboutOne } from "./head.ts";
import { Neighbours } from "./neighbours.tsx";
import { ShareOne } from "./share-one.tsx";

export interface RecommendationPageProps extends Reader {
  assets: Assets;
  /** Under which address people find this installation. */
  origin: string;
  consultation: Consultation;
  recommendation: Consultation["recommendations"][number];
  /** Where the consultation stands today. */
  calendar: Calendar;
  /** The newest release; `undefined` before the first. */
  view: ResultsView | undefined;
  /** What was officially answered; what people gave as their reasons; how it was rated in other waves. */
  answer?: ComponentChildren;
  reasons?: ComponentChildren;
  waves?: ComponentChildren;
}

/** One recommendation: what it asks, what was answered to it, how it was rated and why. */
export function RecommendationPage(props: RecommendationPageProps) {
  const { language, text, assets, origin, consultation, recommendation, calendar, view } = props;
  const { id, languages, timeZone } = consultation;
  const { code } = recommendation;
  const head = headed(consultation, props);
  const [title, statement, ...measures] = markedOnce(
    [recommendation.title, recommendation.statement, ...recommendation.measures].map((texts) =>
      saidIn(props, consultation, texts),
    ),
  ) as [Said, Said, ...Said[]];
  const row = view?.rows.find((one) => one.code === code);
  const path = pathOf(RECOMMENDATION, { id, code });
  const release = view && releaseWords(props, view.release, timeZone);
  return (
    <Document
      language={language}
      text={text}
      title={titleAbout(props, head, nameOf(props, consultation, recommendation))}
      shared={sharedAboutOne(props, origin, head, consultation, recommendation)}
      feeds={feedsFor(props, consultation, { recommendation: code })}
      path={path}
      languages={languages}
      query={view && groupOf(view.choices)}
      style={assets.readingStyle}
      accent={lookOf(consultation).accent}
      script={assets.resultsScript}
      printed={[origin + path, ...(release === undefined ? [] : [release])].join(" · ")}
      wide
    >
      <p class="eyebrow">
        <a href={pathOf(RESULTS, { id, lang: language })}>
          <Wording of={head.title} />
        </a>
      </p>
      <h1>
        <Wording of={title} /> <span class="code">{code}</span>
      </h1>
      <Asked {...{ consultation, statement, measures }} addressee={recommendation.addressee} />
      {props.answer}
      <section aria-labelledby="figures">
        <h2 id="figures">{text.recommendation.figures}</h2>
        <p class="hint">
          {[calendarWords(props, calendar, timeZone), release].filter(Boolean).join(" ")}
        </p>
        {view === undefined || row === undefined ? (
          <>
            <Demonstration consultation={consultation} />
            <NoRelease {...{ consultation, calendar }} />
          </>
        ) : (
          <Figures {...{ row, view }} />
        )}
      </section>
      {props.reasons}
      {props.waves}
      <ShareOne {...{ origin, consultation, row, view }} />
      <Follow consultation={consultation} recommendation={code} />
      <Neighbours {...{ consultation, code }} />
      <Newer
        consultation={id}
        release={view?.release.release ?? 0}
        hash={view?.hash}
        reload={
          view === undefined
            ? pathOf(RECOMMENDATION, { id, code, lang: language })
            : recommendationAddress(view, code)
        }
      />
    </Document>
  );
}
