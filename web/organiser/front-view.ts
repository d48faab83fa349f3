import type { Stage } from "../../domain/consultation/life.ts";
import type { Need } from "../../domain/needs.ts";
import type { Proposal } from "../../domain/organiser/proposal.ts";
import type { Role } from "../../domain/organiser/role.ts";
import type { Said } from "../language/said.tsx";

/** A consultation as the front page of the console shows it. */
export interface FrontConsultation {
  id: string;
  title: Said;
  timeZone: string;
  role: Role;
  stage: Stage;
  opensAt: string | undefined;
  closesAt: string | undefined;
  /** Whether anything has been published, and the last of it. */
  hasResults: boolean;
  final: boolean;
  /** What was proposed there and waits for a second person. */
  proposals: readonly Proposal[];
  /** What it asks of the organiser today. */
  needs: readonly Need[];
}

/** A draft that was deleted and can be restored. */
export interface BinnedConsultation {
  id: string;
  title: Said;
  /** Until when. */
  until: string;
}
