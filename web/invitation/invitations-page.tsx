import type { ShownCounts } from "../../domain/invitation/counts.ts";
import type { Language } from "../../domain/language.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Problem } from "../../domain/problem.ts";
import { byField, Refusal } from "../form/refusal.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import type { Entered, WrongFields } from "./faults.ts";
import { GroupFacts } from "./group-facts.tsx";
import type { Letter } from "./letter.ts";
import { Letters } from "./letters.tsx";
import { MakeForm } from "./make-form.tsx";
import { countWords, groupName, type GroupView } from "./view.ts";

interface Props extends SectionProps {
  groups: readonly GroupView[];
  all: ShownCounts;
  /** The id that the next group will have. */
  nextGroup: string;
  today: string;
  /** Of the consultation, the original first. */
  languages: readonly Language[];
  /** What may be sent to experts, in each language. */
  letters: readonly Letter[];
  entered: Entered;
  problem: Problem | undefined;
  wrong: WrongFields;
}

/** All invitations of a consultation by groups, and the form that makes more. */
export function InvitationsPage(props: Props) {
  const { language, text, assets, signedIn, consultation, groups, all, problem, wrong } = props;
  const { invitation } = text;
  const at = { id: consultation.id, lang: language };
  return (
    <SectionPage
      {...props}
      page={ORGANISE.invitations}
      heading={invitation.title}
      moreStyle={assets.invitingStyle}
    >
      <Refusal
        heading={invitation.faultHeading}
        why={problem && text.problems[problem.problem]}
        faults={byField(wrong)}
      />
      <p class="lead">{invitation.intro}</p>
      <section class="promise" aria-labelledby="seen-heading">
        <h2 id="seen-heading">{invitation.seenHeading}</h2>
        <ul>
          {invitation.seen.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <h2>{invitation.totalHeading}</h2>
      <p>{all.made === 0 ? invitation.none : countWords({ language, text }, all)}</p>
      {groups.length === 0 ? null : (
        <>
          <h2>{invitation.groupsHeading}</h2>
          {groups.map((group) => (
            <section class="entry" key={group.id}>
              <h3>
                <a href={`${organisePath(ORGANISE.invitationGroup, at)}&group=${group.id}`}>
                  {groupName({ language, text }, group)}
                </a>
              </h3>
              <GroupFacts group={group} timeZone={consultation.timeZone} />
            </section>
          ))}
        </>
      )}
      <h2>{invitation.make.heading}</h2>
      <MakeForm
        {...{ signedIn, wrong }}
        action={organisePath(ORGANISE.makeInvitations, at)}
        group={props.nextGroup}
        today={props.today}
        timeZone={consultation.timeZone}
        languages={props.languages}
        entered={props.entered}
      />
      <Letters letters={props.letters} hint={invitation.letter.hint} />
    </SectionPage>
  );
}
