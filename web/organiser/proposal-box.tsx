import type { ComponentChildren } from "preact";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { mayConfirm, mayPropose, type Proposal } from "../../domain/organiser/proposal.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { HaveRead } from "./have-read.tsx";
import { proposalWords } from "./proposal-words.ts";
import type { SectionProps } from "./section-page.tsx";

/** A proposal as one organiser sees it. */
export interface SeenProposal extends Proposal {
  /** The reader made it. */
  own: boolean;
}

interface Props extends Pick<SectionProps, "signedIn" | "consultation" | "role"> {
  proposal: SeenProposal;
  /** What whoever confirms says they have read. */
  haveRead: string;
  /** It was confirmed without that. */
  missed: boolean;
  /** What the act does, where the page does not say it already. */
  children?: ComponentChildren;
}

/** What somebody proposed, and for a second person the way to confirm it or to take it back. */
export function ProposalBox(props: Props) {
  const { language, text } = useReader();
  const { signedIn, consultation, role, proposal, haveRead, missed } = props;
  const words = text.exports.proposal;
  const { act, at, own } = proposal;
  const to = { id: consultation.id, lang: language };
  const form = { token: signedIn.formToken, hidden: { act, proposal: at } };
  return (
    <section class="entry" aria-labelledby={`proposal-${act}`}>
      <h3 id={`proposal-${act}`}>{words.heading}</h3>
      <p class="notice">{proposalWords(language, text, proposal, consultation.timeZone)}</p>
      {own ? <p>{words.own}</p> : null}
      {props.children}
      {!own && mayConfirm(role) ? (
        <Form action={organisePath(ORGANISE.confirmProposal, to)} {...form}>
          <HaveRead of={act} label={haveRead} missed={missed} />
          <p>
            <button class="danger" type="submit">
              {words.confirm[act]}
            </button>
          </p>
        </Form>
      ) : null}
      {mayPropose(role, act) ? (
        <Form action={organisePath(ORGANISE.withdrawProposal, to)} {...form}>
          <p>
            <button class="secondary" type="submit">
              {words.withdraw}
            </button>
          </p>
        </Form>
      ) : null}
    </section>
  );
}
