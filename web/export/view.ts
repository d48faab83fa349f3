import type { ExportRequest } from "../../domain/export/request.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { ToldOfPersons } from "../../domain/export/ballots-table.ts";
import type { SecondPerson as Need } from "../../domain/organiser/proposal.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import type { SeenProposal } from "../organiser/proposal-box.tsx";
import type { SectionProps } from "../organiser/section-page.tsx";

/** What the page of single ballots shows. */
export interface ExportView {
  definition: Consultation | undefined;
  request: ExportRequest | undefined;
  /** What the export tells of persons, once one was ready. */
  told: ToldOfPersons | undefined;
  /** The hosting can send it as one file. */
  isOneFile: boolean;
  /** Why none can be asked for, whoever asks. */
  cannot: ProblemCode | undefined;
  /** Whether asking needs a second person, and whether there is one. */
  asking: Need;
  proposal: SeenProposal | undefined;
  problem: ProblemCode | undefined;
  now: Date;
}

/** What each part of the page is given. */
export interface ExportProps extends Pick<SectionProps, "signedIn" | "consultation"> {
  view: ExportView;
}
