import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Problem } from "../../domain/problem.ts";
import { byField, Refusal } from "../form/refusal.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { ChangeAllForm } from "./change-all-form.tsx";
import { ChangeOneForm } from "./change-one-form.tsx";
import { GroupFacts } from "./group-facts.tsx";
import type { Letter } from "./letter.ts";
import { Pieces } from "./pieces.tsx";
import { Reminders } from "./reminders.tsx";
import { groupName, type GroupView } from "./view.ts";

interface Props extends SectionProps {
  group: GroupView;
  today: string;
  /** What was refused. */
  problem: Problem | undefined;
  /** The labels of its unused codes, where they were asked for. */
  listed: readonly string[] | undefined;
  /** What may be sent to everybody who was invited, in each language. */
  letters: readonly Letter[];
  wrong: { which?: string; sure?: string; expires?: string };
}

/** One group of invitations: what is known of it, and what can be done with its unused codes. */
export function GroupPage(props: Props) {
  const { language, text, assets, signedIn, consultation, group, problem, wrong } = props;
  const words = text.invitation.group;
  const { id } = consultation;
  const form = { signedIn, consultation: id, group: group.id, wrong };
  return (
    <SectionPage
      {...props}
      page={ORGANISE.invitationGroup}
      heading={groupName({ language, text }, group)}
      query={{ group: group.id }}
      moreStyle={assets.invitingStyle}
    >
      <Refusal
        heading={words.refusedHeading}
        why={problem && text.problems[problem.problem]}
        faults={byField(wrong)}
      />
      <GroupFacts group={group} timeZone={consultation.timeZone} />
      <Pieces {...{ signedIn, group }} consultation={id} />
      <Reminders
        {...{ signedIn, group }}
        consultation={id}
        listed={props.listed}
        letters={props.letters}
      />
      <h2>{words.oneHeading}</h2>
      <ChangeOneForm {...form} />
      <h2>{words.allHeading}</h2>
      <p>{words.allHint}</p>
      <ChangeAllForm {...form} today={props.today} timeZone={consultation.timeZone} />
      <p>
        <a href={organisePath(ORGANISE.invitations, { id, lang: language })}>{words.back}</a>
      </p>
    </SectionPage>
  );
}
