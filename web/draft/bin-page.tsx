import { BIN_DAYS } from "../../domain/draft/bin.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { AskBefore } from "../organiser/ask-before.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill, formatNumber } from "../text.ts";

/** Asks before a draft is deleted. */
export function DeleteDraftPage(page: SectionProps) {
  const { language, text, signedIn, consultation } = page;
  const words = text.organiser.bin;
  const to = { id: consultation.id, lang: language };
  return (
    <SectionPage {...page} page={ORGANISE.deleteDraftPage} heading={words.title}>
      <AskBefore
        signedIn={signedIn}
        means={words.means}
        does={[
          words.gone,
          fill(words.restorable, { days: formatNumber(language, BIN_DAYS) }),
          words.address,
        ]}
        action={organisePath(ORGANISE.deleteDraft, to)}
        field={{}}
        confirm={words.confirm}
        back={{ to: organisePath(ORGANISE.editPage, to), label: words.back }}
      />
    </SectionPage>
  );
}
