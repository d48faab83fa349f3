import type { Language } from "../../domain/language.ts";
import type { Role } from "../../domain/organiser/role.ts";
import type { Organiser } from "../store/organisers.ts";
import type { Section } from "./section.ts";

/** Who acts at a consultation: an organiser who is signed in, or a program of theirs. */
export interface Acting {
  /** Of a program whoever made its key, under the name by which the log tells of both. */
  organiser: Pick<Organiser, "id" | "name">;
  consultation: string;
  role: Role;
  /** The languages whose texts a translator may change; `undefined` for whoever may change all. */
  languages: readonly Language[] | undefined;
  section: Section;
}
