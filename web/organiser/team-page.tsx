import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { type GivenRole, may, ROLES } from "../../domain/organiser/role.ts";
import type { Language } from "../../domain/language.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";
import { type PendingLink, PendingLinks } from "./pending-links.tsx";
import { LanguagesChoice, RoleChoice, roleName } from "./role-choice.tsx";
import { SectionPage, type SectionProps } from "./section-page.tsx";

interface Member extends GivenRole {
  id: string;
  name: string;
}

interface Props extends SectionProps {
  members: readonly Member[];
  /** The reader's own id. */
  self: string;
  /** Links that nobody has used yet. */
  pending: readonly PendingLink[];
  /** Those of the consultation, of which a translator is given some. */
  languages: readonly Language[];
  problem?: ProblemCode | undefined;
}

/** Who organises a consultation; for its owners also the ways to change that. */
export function TeamPage(props: Props) {
  const { text, signedIn, consultation, members, self, role, problem, languages } = props;
  const words = text.organiser.team;
  const isOwner = may(role, "team");
  return (
    <SectionPage {...props} page={ORGANISE.team} heading={words.title}>
      <Refusal id="refusal" why={problem && text.problems[problem]} />
      <ul class="plain-list">
        {members.map((member) => (
          <li class="entry" key={member.id}>
            <p>
              <strong>{member.name}</strong>
              {member.id === self ? ` ${words.you}` : ""}
              <br />
              {roleName(text, member)}
            </p>
            {isOwner ? <MemberForms {...{ signedIn, consultation, languages, member }} /> : null}
          </li>
        ))}
      </ul>
      {isOwner ? <Invite {...{ signedIn, consultation, languages }} /> : null}
      <PendingLinks {...{ signedIn, consultation, isOwner }} pending={props.pending} />
      <h2>{words.rolesHeading}</h2>
      <dl class="facts">
        {ROLES.map((one) => (
          <div key={one}>
            <dt>{text.organiser.roles[one]}</dt>
            <dd>{words.roleMeans[one]}</dd>
          </div>
        ))}
      </dl>
    </SectionPage>
  );
}

type Team = Pick<Props, "signedIn" | "consultation" | "languages">;

function MemberForms({ signedIn, consultation, languages, member }: Team & { member: Member }) {
  const { language, text } = useReader();
  const words = text.organiser.team;
  const { id, name, role } = member;
  const to = { id: consultation.id, lang: language };
  return (
    <>
      <Form
        action={organisePath(ORGANISE.changeRole, to)}
        token={signedIn.formToken}
        hidden={{ organiser: id }}
      >
        <Field id={`role-${id}`} label={fill(words.roleOf, { name })}>
          {() => (
            <div class="buttons">
              <RoleChoice id={`role-${id}`} chosen={role} />
              <LanguagesChoice id={`role-${id}`} among={languages} chosen={member.languages} />
              <button class="secondary" type="submit">
                {words.changeRole}
                <span class="visually-hidden"> {name}</span>
              </button>
            </div>
          )}
        </Field>
      </Form>
      <p>
        <a
          class="button danger"
          href={`${organisePath(ORGANISE.removeOrganiserPage, to)}&organiser=${encodeURIComponent(id)}`}
        >
          {fill(words.remove, { name })}
        </a>
      </p>
    </>
  );
}

function Invite({ signedIn, consultation, languages }: Team) {
  const { language, text } = useReader();
  const words = text.organiser.team;
  return (
    <section aria-labelledby="invite-heading">
      <h2 id="invite-heading">{words.inviteHeading}</h2>
      <p>{words.inviteIntro}</p>
      <Form
        action={organisePath(ORGANISE.inviteOrganiser, { id: consultation.id, lang: language })}
        token={signedIn.formToken}
      >
        <Field id="new-role" label={words.newRole}>
          {() => (
            <div class="buttons">
              <RoleChoice id="new-role" chosen="viewer" />
              <LanguagesChoice id="new-role" among={languages} />
              <button class="primary" type="submit">
                {words.invite}
              </button>
            </div>
          )}
        </Field>
      </Form>
    </section>
  );
}
