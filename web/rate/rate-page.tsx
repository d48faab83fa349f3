import type { ComponentChildren } from "preact";
import { TRANSLATION, pathOf } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { namesOf } from "../language/names.ts";
import { Afterwards } from "./afterwards.tsx";
import { Intro } from "./intro.tsx";
import { BESIDE } from "../respondent/beside.ts";
import { LanguageButtons, formAction } from "../respondent/language-buttons.tsx";
import { RateForm } from "./rate-form.tsx";
import { type Neighbours, WaveNote } from "../respondent/wave-note.tsx";
import { RespondentPage } from "../respondent/respondent-page.tsx";
import { AFTERWARDS } from "./send/afterwards-place.ts";
import { ErrorSummary } from "./send/error-summary.tsx";
import { Remedy } from "./send/remedy.tsx";
import { sendState } from "./send/state.ts";
import type { RateView } from "./answers/view.ts";

interface RatePageProps extends Reader {
  assets: Assets;
  view: RateView;
  /** Where people find this installation. */
  origin: string;
  /** Which consultation it continues, and which continue it. */
  waves?: Neighbours | undefined;
  /** Whether it brings style and script itself: as whoever opens it has none of them yet. */
  isFirst?: boolean;
  /** What organisers see before it opens: says so, and its form goes nowhere. */
  preview?: { banner: ComponentChildren; languageChoice: ComponentChildren } | undefined;
}

/** The page on which a consultation's recommendations are rated. */
export function RatePage({ language, text, assets, origin, view, ...more }: RatePageProps) {
  const { waves, preview } = more;
  const { id } = view.consultation;
  const { problem } = view;
  const state = sendState(view, text, assets.workScript);
  return (
    <RespondentPage
      {...{ language, text, assets, state }}
      inline={more.isFirst ? assets.rateInline : undefined}
      origin={preview === undefined ? origin : undefined}
      consultation={view.consultation}
      step={problem === undefined ? (view.stage === "review" ? "review" : undefined) : "error"}
      name={preview && text.draft.sections.preview}
      script={preview === undefined}
      languageChoice={
        preview?.languageChoice ?? (
          <LanguageButtons
            language={language}
            label={text.rate.page.languages}
            names={namesOf(view.consultation.languages)}
            actionFor={(one) => formAction(id, view.consultation.atRisk, one)}
            value={view.stage === "review" ? "review" : "redraw"}
          />
        )
      }
    >
      {preview?.banner}
      <div id="rate-intro" hidden={view.stage !== "answers"}>
        {problem === undefined ? null : (
          <ErrorSummary state={state} problem={problem}>
            <Remedy state={state} draft={view.draft} problem={problem} stored={view.stored} />
          </ErrorSummary>
        )}
        <Intro view={view} />
        {waves === undefined ? null : <WaveNote {...waves} />}
      </div>
      <RateForm view={view} state={state} inert={preview !== undefined} />
      <template id={AFTERWARDS}>
        <Afterwards consultation={view.consultation} now={view.now} origin={origin} />
      </template>
      <p class="hint after-form">
        <a href={pathOf(TRANSLATION, { id, lang: language })} {...BESIDE}>
          {text.translation.title}
        </a>
      </p>
    </RespondentPage>
  );
}
