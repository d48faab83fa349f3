import type { Role } from "../../../domain/organiser/role.ts";
import type { PluralForms } from "../../text.ts";

/** Who organises a consultation, and the ways to change that. */
export const team = {
  title: "Team",
  you: "(you)",
  roleOf: "Role of {name}",
  changeRole: "Change role",
  remove: "Remove {name}",
  inviteHeading: "Invite an organiser",
  inviteIntro:
    "You get a link to pass on. It works once, for 7 days, and only while you are an owner.",
  newRole: "Role of the new organiser",
  invite: "Make a link",
  rolesHeading: "What the roles mean",
  roleMeans: {
    owner: "may do everything, including opening, closing and changing the team",
    editor: "may edit the consultation and invite experts",
    moderator: "may moderate texts and invite experts",
    analyst: "may export the data",
    viewer: "may look at everything, and change nothing",
  } as Record<Role, string>,
  linkTitle: "Link for a new organiser",
  linkIntro: "Whoever opens this link first becomes an organiser with the role: {role}.",
  linkWarning:
    "The link is shown only now. Pass it on so that nobody else can read it, for example in person.",
  back: "Back to the team",
  pendingHeading: "Links that have not been used",
  pendingIntro:
    "Withdraw a link if it went to the wrong person or is not needed any more. It ends at once and cannot be restored; you can make a new one.",
  pendingNone: "There are none.",
  pending: "Made by {name} on {made}; works until {until}.",
  withdraw: "Withdraw this link",
  removal: {
    title: "Remove {name} from the team?",
    means: "What removal does:",
    access:
      "At their next request they see nothing of this consultation any more, even if they are signed in.",
    links: {
      one: "{count} link that they have made and nobody has used ends.",
      other: "{count} links that they have made and nobody has used end.",
    } as PluralForms,
    kept: "What they have done stays, and stays in the log under their name.",
    elsewhere:
      "Their account and their roles in other consultations stay. To bring them back, send a new link.",
    self: "This is you: you can come back only if another owner invites you.",
    confirm: "Remove {name}",
    back: "Keep {name} and go back to the team",
  },
};
