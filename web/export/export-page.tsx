import { type ExportRequest, isOver, isUnderWay } from "../../domain/export/request.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { ToldOfPersons } from "../../domain/export/ballots-table.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { SecondPerson as Need } from "../../domain/organiser/proposal.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { useReader } from "../language/reader.ts";
import { whoIn } from "../organiser/who.ts";
import { fill, formatMoment, formatNumber, plural } from "../text.ts";
import { Codebook } from "./codebook.tsx";
import { HaveRead } from "../organiser/have-read.tsx";
import { ProposalBox, type SeenProposal } from "../organiser/proposal-box.tsx";
import { SecondPerson } from "../organiser/second-person.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { ToldTable } from "./told-table.tsx";

/** What the page of single ballots shows. */
export interface ExportView {
  definition: Consultation | undefined;
  request: ExportRequest | undefined;
  /** What the export tells of persons, once one was ready. */
  told: ToldOfPersons | undefined;
  /** Why none can be asked for, whoever asks. */
  cannot: ProblemCode | undefined;
  /** Whether asking needs a second person, and whether there is one. */
  asking: Need;
  proposal: SeenProposal | undefined;
  problem: ProblemCode | undefined;
  now: Date;
}

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
      {cannot === undefined ? <State {...{ signedIn, consultation, view }} /> : null}
      {cannot !== undefined ? null : proposal !== undefined ? (
        <ProposalBox
          {...{ signedIn, consultation, role, proposal }}
          haveRead={words.readWarning}
          missed={problem === "step-unconfirmed"}
        />
      ) : !isUnderWay(request) ? (
        <Ask {...{ signedIn, consultation, view }} />
      ) : null}
      {definition === undefined ? null : <Codebook definition={definition} />}
    </SectionPage>
  );
}

type ExportProps = Pick<Props, "signedIn" | "consultation" | "view">;

/** Where the export stands: asked for, being made, ready, failed, or none. */
function State({ view, ...page }: ExportProps) {
  const { language, text } = useReader();
  const { consultation } = page;
  const words = text.exports;
  const { request } = view;
  if (request === undefined) return <p>{words.state.none}</p>;
  const over = isOver(request, view.now);
  const moment = (iso: string) => formatMoment(language, iso, consultation.timeZone);
  const said = fill(words.state[over ? "over" : request.state], {
    name: whoIn(text, request.name),
    moment: moment(request.askedAt),
    until: request.until === undefined ? "" : moment(request.until),
  });
  const by = request.confirmedBy;
  return (
    <>
      <p class="notice">
        {by === undefined ? said : `${said} ${fill(words.confirmedBy, { name: by })}`}
      </p>
      {request.state === "ready" && !over ? (
        <Downloads {...page} view={view} request={request} />
      ) : request.state === "failed" ? null : (
        <p>
          <a href={organisePath(ORGANISE.exportPage, { id: consultation.id, lang: language })}>
            {words.reload}
          </a>
        </p>
      )}
    </>
  );
}

function Downloads(props: ExportProps & { request: ExportRequest }) {
  const { language, text } = useReader();
  const { signedIn, consultation, request, view } = props;
  const words = text.exports;
  const { parts, unreadable = 0 } = request;
  return (
    <>
      {unreadable === 0 ? null : <p>{plural(language, words.unreadable, unreadable)}</p>}
      {view.told === undefined || view.definition === undefined ? null : (
        <ToldTable {...props} definition={view.definition} told={view.told} />
      )}
      {parts.map(({ rows, bytes }, index) => {
        const part = {
          part: formatNumber(language, index + 1),
          parts: formatNumber(language, parts.length),
        };
        const which = parts.length === 1 ? "" : `${fill(words.part, part)}: `;
        return (
          <Form
            class="download-part"
            key={index}
            action={organisePath(ORGANISE.downloadExport, { id: consultation.id, lang: language })}
            token={signedIn.formToken}
            hidden={{ part: index + 1 }}
          >
            <p>
              {which}
              {plural(language, words.rows, rows)}, {plural(language, words.bytes, bytes)}
            </p>
            <button class="primary" type="submit">
              {words.download}
              {parts.length === 1 ? null : (
                <span class="visually-hidden"> {fill(words.part, part)}</span>
              )}
            </button>
          </Form>
        );
      })}
    </>
  );
}

function Ask({ view, signedIn, consultation }: ExportProps) {
  const { language, text } = useReader();
  const words = text.exports;
  const { asking } = view;
  const { id } = consultation;
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{words.askHeading}</h2>
      {asking === "alone" ? null : <SecondPerson id={id} closing={asking} />}
      {asking === "nobody-else" ? null : (
        <Form
          action={organisePath(ORGANISE.askExport, { id, lang: language })}
          token={signedIn.formToken}
        >
          <HaveRead
            of="export"
            label={words.readWarning}
            missed={view.problem === "step-unconfirmed"}
          />
          <button class="danger" type="submit">
            {asking === "alone" ? words.ask : words.propose}
          </button>
        </Form>
      )}
    </section>
  );
}
