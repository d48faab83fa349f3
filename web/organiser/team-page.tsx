import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { may, type Role, ROLES } from "../../domain/organiser/role.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { useReader } from "../language/reader.ts";
import { fill, formatMoment } from "../text.ts";
import { SectionPage, type SectionProps } from "./section-page.tsx";

interface Member {
  id: string;
  name: string;
  role: Role;
}

interface PendingLink {
  id: string;
  role: Role;
  /** Name of whoever made it. */
  by: string;
  /** ISO 8601. */
  madeAt: string;
  endsAt: string;
}

interface Props extends SectionProps {
  members: readonly Member[];
  /** The reader's own id. */
  self: string;
  /** Links that nobody has used yet, the one that ends first before the others. */
  pending: readonly PendingLink[];
  problem?: ProblemCode | undefined;
}

/** Who organises a consultation; for its owners also the ways to change that. */
export function TeamPage(props: Props) {
  const { text, signedIn, consultation, members, self, role, problem } = props;
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
              {text.organiser.roles[member.role]}
            </p>
            {isOwner ? <MemberForms {...{ signedIn, consultation, member }} /> : null}
          </li>
        ))}
      </ul>
      {isOwner ? <Invite {...{ signedIn, consultation }} /> : null}
      <Pending {...{ signedIn, consultation, isOwner }} pending={props.pending} />
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

type Team = Pick<Props, "signedIn" | "consultation">;

function MemberForms({ signedIn, consultation, member }: Team & { member: Member }) {
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

function Invite({ signedIn, consultation }: Team) {
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

/** Everybody in the team sees what is on its way; owners can withdraw it. */
function Pending(props: Team & Pick<Props, "pending"> & { isOwner: boolean }) {
  const { language, text } = useReader();
  const { signedIn, consultation, pending, isOwner } = props;
  const words = text.organiser.team;
  const action = organisePath(ORGANISE.withdrawRoleLink, { id: consultation.id, lang: language });
  return (
    <section aria-labelledby="pending-heading">
      <h2 id="pending-heading">{words.pendingHeading}</h2>
      {pending.length === 0 ? <p>{words.pendingNone}</p> : null}
      {isOwner && pending.length > 0 ? <p>{words.pendingIntro}</p> : null}
      <ul class="plain-list" hidden={pending.length === 0}>
        {pending.map(({ id, role, by, madeAt, endsAt }) => {
          const made = formatMoment(language, madeAt, consultation.timeZone);
          const about = {
            name: by,
            made,
            until: formatMoment(language, endsAt, consultation.timeZone),
          };
          return (
            <li class="entry" key={id}>
              <p>
                <strong>{text.organiser.roles[role]}</strong>
                <br />
                {fill(words.pending, about)}
              </p>
              {isOwner ? (
                <Form action={action} token={signedIn.formToken} hidden={{ link: id }}>
                  <button class="secondary" type="submit">
                    {words.withdraw}
                    <span class="visually-hidden">{`: ${text.organiser.roles[role]}, ${made}`}</span>
                  </button>
                </Form>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function RoleChoice({ id, chosen }: { id: string; chosen: Role }) {
  const { roles } = useReader().text.organiser;
  return (
    <select id={id} name="role">
      {ROLES.map((role) => (
        <option key={role} value={role} selected={role === chosen}>
          {roles[role]}
        </option>
      ))}
    </select>
  );
}
