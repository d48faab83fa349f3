import type { Language } from "../language.ts";

/** What an organiser is at one consultation. An organiser without a role there knows nothing of it. */
export const ROLES = ["owner", "editor", "translator", "moderator", "analyst", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/**
 * What can be done at a consultation. `translate` is to change texts, a translator's those of some languages
 * alone; `edit` is everything else about the definition. `respond` is to record what addressees answered and to
 * open their desks, `moderate` to decide which reasons and suggestions are published. `audit` is to have the log with what its hashes were
 * made with. `team` is to invite organisers, change roles and remove.
 */
export const ACTIONS = [
  "read",
  "translate",
  "edit",
  "lifecycle",
  "invite",
  "respond",
  "moderate",
  "export",
  "audit",
  "team",
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * Who may do what: this project's own choice, by the principle of least privilege (NIST SP 800-53
 * AC-6). Opening, closing and the team are the owners' alone; who edits the questions does not export
 * the answers, and who exports them changes nothing; who translates changes texts and nothing else.
 */
const RIGHTS: Record<Role, readonly Action[]> = {
  owner: ACTIONS,
  editor: ["read", "translate", "edit", "invite", "respond", "audit"],
  translator: ["read", "translate"],
  moderator: ["read", "invite", "moderate", "audit"],
  analyst: ["read", "export", "audit"],
  viewer: ["read", "audit"],
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

/** A role as it is given: a translator's with the languages whose texts it is for. */
export type GivenRole = {
  role: Role;
  /** Only a translator's, and then at least one. */
  languages?: readonly Language[];
};

/**
 * The role that a form gives, with those of a consultation's languages that it names. `undefined` when it
 * names no role; a translator without a language is `"no-language"`.
 */
export function readGivenRole(
  named: string | null,
  languages: readonly string[],
  all: readonly Language[],
): GivenRole | "no-language" | undefined {
  const role = readRole(named);
  if (role !== "translator") return role && { role };
  const own = all.filter((one) => languages.includes(one));
  return own.length === 0 ? "no-language" : { role, languages: own };
}
