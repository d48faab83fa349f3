import { isUnderWay } from "../../domain/export/request.ts";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { Refusal } from "../form/refusal.tsx";
import { ProposalBox } from "../organiser/proposal-box.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { Ask } from "./ask-form.tsx";
import { Codebook } from "./codebook.tsx";
import { ExportState } from "./export-state.tsx";
import { FilesList } from "./files-list.tsx";
import type { ExportView } from "./view.ts";

interface Props extends SectionProps {
  view: ExportView;
}

/** Asking for single ballots, and getting them: what they can reveal is read before. */
export function ExportPage({ view, ...page }: Props) {
  const { text, signedIn, consultation, role } = page;
  const words = text.exports;
  const { definition, cannot, proposal, request, problem } = view;
  return (
    <SectionPage {...page} page={ORGANISE.exportPage} heading={words.title}>
      <Refusal id="refusal" why={problem && text.problems[problem]} />
      <p class="lead">{words.intro}</p>
      <h2>{words.warningHeading}</h2>
      <ul>
        {words.warning.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h2>{words.stateHeading}</h2>
      {/* Of two refusals the one of what was just sent is enough. */}
      {cannot === undefined || problem !== undefined ? null : (
        <p class="notice">{text.problems[cannot]}</p>
      )}
      {cannot === undefined ? <ExportState {...{ signedIn, consultation, view }} /> : null}
      {cannot !== undefined ? null : proposal !== undefined ? (
        <ProposalBox
          {...{ signedIn, consultation, role, proposal }}
          haveRead={words.readWarning}
          missed={problem === "step-unconfirmed"}
        />
      ) : !isUnderWay(request) ? (
        <Ask {...{ signedIn, consultation, view }} />
      ) : null}
      <FilesList />
      {definition === undefined ? null : <Codebook definition={definition} />}
    </SectionPage>
  );
}
