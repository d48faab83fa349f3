import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../../domain/language.ts";
import type { DraftFault } from "../../domain/draft/definition-of.ts";
import type { Draft } from "../../domain/draft/draft.ts";
import { withStandIns } from "../../domain/draft/stand-in.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { Reader } from "../language/reader.ts";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import type { Assets } from "../page/assets.ts";
import { languageName } from "../language/names.ts";
import { RatePage } from "../rate/rate-page.tsx";
import type { RateView } from "../rate/answers/view.ts";
import { fill } from "../text.ts";
import { DraftFaults } from "./draft-faults.tsx";
import { partName } from "./field-name.ts";

interface Props extends Reader {
  assets: Assets;
  view: RateView;
  draft: Draft;
  /** What is missing or wrong, and marked in the preview. */
  faults: readonly DraftFault[];
}

/** A draft with its gaps marked, each by what belongs there; `undefined` where even that shows nothing. */
export const withGaps = (text: Catalogue, draft: Draft, now: Date): Consultation | undefined =>
  withStandIns(
    draft,
    (name) => fill(text.draft.preview.gap, { field: partName(text, name) }),
    now.toISOString().slice(0, 10),
  );

/** The rate page as respondents will see it, but for a banner, and a form that goes nowhere. */
export function PreviewPage({ language, text, assets, view, draft, faults }: Props) {
  const { id } = view.consultation;
  const words = text.draft.preview;
  const to = (lang: Language) => organisePath(ORGANISE.previewPage, { id, lang });
  return (
    <RatePage
      {...{ language, text, assets, view }}
      origin=""
      preview={{
        banner: (
          <div class="notice notice-warning" role="note">
            <p>{words.banner}</p>
            {faults.length === 0 ? null : (
              <details>
                <summary>{words.gaps}</summary>
                <DraftFaults {...{ id, draft, faults }} />
              </details>
            )}
            <p>
              <a href={organisePath(ORGANISE.lifePage, { id, lang: language })}>{words.back}</a>
            </p>
          </div>
        ),
        languageChoice: (
          <nav class="languages" aria-label={text.common.languages}>
            {view.consultation.languages.map((one) => (
              <a
                key={one}
                href={to(one)}
                lang={one}
                hreflang={one}
                aria-current={one === language ? "true" : undefined}
              >
                {languageName(one)}
              </a>
            ))}
          </nav>
        ),
      }}
    />
  );
}

interface IncompleteProps extends SectionProps {
  draft: Draft;
  faults: readonly DraftFault[];
}

/** In place of the preview while the draft makes no definition: what is still to be mended. */
export const IncompletePage = ({ draft, faults, ...page }: IncompleteProps) => (
  <SectionPage {...page} page={ORGANISE.previewPage} heading={page.text.draft.sections.preview}>
    <p class="lead">{page.text.draft.preview.incomplete}</p>
    <DraftFaults id={page.consultation.id} draft={draft} faults={faults} />
  </SectionPage>
);
