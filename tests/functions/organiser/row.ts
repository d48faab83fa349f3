import type { ProblemCode } from "../../../domain/problem.ts";
import type { Role } from "../../../domain/organiser/role.ts";

/** What is expected of one endpoint of the console. */
export interface Row {
  may: "anybody" | "organisers" | readonly Role[];
  through: readonly [status: number, problem?: ProblemCode];
  /** Where a 303 leads. */
  to?: string;
  fields?: Record<string, string>;
  /** The fields need somebody else in the team. */
  aboutSpare?: true;
}
