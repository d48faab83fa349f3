import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { may, type Role, ROLES } from "../../domain/organiser/role.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { fill } from "../language/text.ts";
import { FormToken } from "./console-page.tsx";
import { Refusal } from "./refusal.tsx";
import { SectionPage, type SectionProps } from "./section-page.tsx";

interface Member {
  id: string;
  name: string;
  role: Role;
}

interface Props extends SectionProps {
  members: readonly Member[];
  /** The reader's own id. */
  self: string;
  problem?: ProblemCode | undefined;
}

/** Who organises a consultation; for its owners also the ways to change that. */
export function TeamPage(props: Props) {
  const { text, members, self, role, problem } = props;
  const words = text.organise.team;
  const isOwner = may(role, "team");
  return (
    <SectionPage {...props} page={ORGANISE.team} heading={words.title}>
      <Refusal {...{ text, problem }} />
      <ul class="plain-list">
        {members.map((member) => (
          <li class="entry" key={member.id}>
            <p>
              <strong>{member.name}</strong>
              {member.id === self ? ` ${words.you}` : ""}
              <br />
              {text.organise.roles[member.role]}
            </p>
            {isOwner ? <MemberForms {...props} member={member} /> : null}
          </li>
        ))}
      </ul>
      {isOwner ? <Invite {...props} /> : null}
      <h2>{words.rolesHeading}</h2>
      <dl class="facts">
        {ROLES.map((one) => (
          <div key={one}>
            <dt>{text.organise.roles[one]}</dt>
            <dd>{words.roleMeans[one]}</dd>
          </div>
        ))}
      </dl>
    </SectionPage>
  );
}

function MemberForms({
  language,
  text,
  signedIn,
  consultation,
  member,
}: Props & { member: Member }) {
  const words = text.organise.team;
  const { id, name, role } = member;
  const to = { id: consultation.id, lang: language };
  return (
    <>
      <form method="post" action={organisePath(ORGANISE.changeRole, to)}>
        <FormToken signedIn={signedIn} />
        <input type="hidden" name="organiser" value={id} />
        <div class="field">
          <label for={`role-${id}`}>{fill(words.roleOf, { name })}</label>
          <div class="buttons">
            <RoleChoice {...{ text }} id={`role-${id}`} chosen={role} />
            <button class="secondary" type="submit">
              {words.changeRole}
              <span class="visually-hidden"> {name}</span>
            </button>
          </div>
        </div>
      </form>
      <form method="post" action={organisePath(ORGANISE.removeOrganiser, to)}>
        <FormToken signedIn={signedIn} />
        <input type="hidden" name="organiser" value={id} />
        <button class="danger" type="submit">
          {fill(words.remove, { name })}
        </button>
      </form>
    </>
  );
}

function Invite({ language, text, signedIn, consultation }: Props) {
  const words = text.organise.team;
  return (
    <section aria-labelledby="invite-heading">
      <h2 id="invite-heading">{words.inviteHeading}</h2>
      <p>{words.inviteIntro}</p>
      <form
        method="post"
        action={organisePath(ORGANISE.inviteOrganiser, { id: consultation.id, lang: language })}
      >
        <FormToken signedIn={signedIn} />
        <div class="field">
          <label for="new-role">{words.newRole}</label>
          <div class="buttons">
            <RoleChoice {...{ text }} id="new-role" chosen="viewer" />
            <button class="primary" type="submit">
              {words.invite}
            </button>
          </div>
        </div>
      </form>
    </section>
  );
}

const RoleChoice = ({ text, id, chosen }: Pick<Props, "text"> & { id: string; chosen: Role }) => (
  <select id={id} name="role">
    {ROLES.map((role) => (
      <option key={role} value={role} selected={role === chosen}>
        {text.organise.roles[role]}
      </option>
    ))}
  </select>
);
