/** What an organiser is at one consultation. An organiser without a role there knows nothing of it. */
export const ROLES = ["owner", "editor", "moderator", "analyst", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** What can be done at a consultation. `team` is to invite organisers, change roles and remove. */
export const ACTIONS = ["read", "edit", "lifecycle", "invite", "export", "team"] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * Who may do what: this project's own choice, by the principle of least privilege (NIST SP 800-53
 * AC-6). Opening, closing and the team are the owners' alone; who edits the questions does not export
 * the answers, and who exports them changes nothing.
 */
const RIGHTS: Record<Role, readonly Action[]> = {
  owner: ACTIONS,
  editor: ["read", "edit", "invite"],
  moderator: ["read", "invite"],
  analyst: ["read", "export"],
  viewer: ["read"],
};

/** Whether that role may do that. */
export const may = (role: Role, action: Action): boolean => RIGHTS[role].includes(action);

/** The role of an organiser among the members of a team; `undefined` for whoever is none of them. */
export const roleOf = (
  members: Readonly<Record<string, Role>>,
  organiser: string,
): Role | undefined => (Object.hasOwn(members, organiser) ? members[organiser] : undefined);

/** The role that a text names, or `undefined` when it names none. */
export const readRole = (text: string | null | undefined): Role | undefined =>
  ROLES.find((role) => role === text);
