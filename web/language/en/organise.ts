import type { Role } from "../../../domain/organiser/role.ts";

/** The organisers' console. */
export const organise = {
  page: {
    console: "Organisers’ console",
    consultations: "Your consultations",
    signOut: "Sign out",
    footer:
      "Kenes is open-source software. This console sets one cookie, which keeps you signed in; respondents’ pages set none.",
  },
  /** Parts of a consultation’s console. */
  sections: { team: "Team", log: "Log" },
  roles: {
    owner: "Owner",
    editor: "Editor",
    moderator: "Moderator",
    analyst: "Analyst",
    viewer: "Viewer",
  } as Record<Role, string>,
};
