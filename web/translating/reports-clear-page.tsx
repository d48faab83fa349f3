import type { Consultation } from "../../domain/consultation/definition.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { languageName } from "../language/names.ts";
import { AskBefore } from "../organiser/ask-before.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { placeName } from "../translation/place-options.tsx";
import { fill, plural } from "../text.ts";
import { withLook } from "./reports-page.tsx";
import { lookFields, type ReportsLook, type ReportView } from "./reports-view.ts";

interface Props extends SectionProps {
  definition: Consultation;
  look: ReportsLook;
  /** Those that are deleted: what comes meanwhile is not among them. */
  reports: readonly ReportView[];
}

/** Asks before reports are deleted, all of them or those that were looked for. */
export function ReportsClearPage(props: Props) {
  const { language, text, signedIn, consultation, definition, look, reports } = props;
  const words = text.reports;
  const { clearing } = words;
  const at = (endpoint: Parameters<typeof organisePath>[0]) =>
    organisePath(endpoint, { id: consultation.id, lang: language });
  const place = placeName(props, definition, look.place) ?? look.place;
  return (
    <SectionPage
      {...props}
      page={ORGANISE.clearReportsPage}
      heading={clearing.title}
      query={lookFields(look)}
    >
      <AskBefore
        signedIn={signedIn}
        means={plural(language, clearing.means, reports.length)}
        does={[
          ...(look.of === ""
            ? []
            : [fill(clearing.language, { language: languageName(look.of, language) })]),
          ...(look.place === "" ? [] : [fill(clearing.place, { place })]),
          clearing.gone,
          clearing.later,
        ]}
        action={at(ORGANISE.doneReports)}
        field={{ reports: reports.map(({ id }) => id).join(",") }}
        confirm={plural(language, words.clear, reports.length)}
        back={{ to: withLook(at(ORGANISE.reports), look), label: clearing.back }}
      />
    </SectionPage>
  );
}
