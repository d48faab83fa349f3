import type { ReadBack } from "../../../domain/api.ts";
import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { UncheckedBallot } from "../answers/form.ts";
import type { Attempt } from "./call.ts";
import { sameAsSent } from "./same.ts";

/** Where a respondent and the sending of the ballot stand. */
export type Sending =
  /** `goTo`: the id of what to lead to. */
  | { at: "answers"; problem?: Problem | undefined; goTo?: string | undefined }
  | { at: "review"; problem?: Problem | undefined; stored?: ReadBack | undefined }
  | { at: "sending"; failures: number }
  /** The device calculates before the ballot is taken; `seconds` at most, once that can be told. */
  | { at: "working"; seconds: number | undefined }
  | { at: "waiting"; failures: number; seconds: number; because: "unreachable" | "busy" }
  /** `unsaved`: why what was written beside the ratings is not. */
  | { at: "saved"; panel: Panel; stored: ReadBack; unsaved: Problem | undefined }
  /** Accepted, but what is stored is not what was sent. */
  | { at: "differs"; stored: ReadBack };

/** The longest wait that a server may ask for, in seconds: a mistake there must not keep answers for ever. */
const LONGEST = 300;

/** Seconds to wait after so many failures in a row: 1, 2, 4, 8, 16, then 30 each time; or as asked. */
const backOff = (failures: number, asked: number): number =>
  Math.max(Math.min(30, 2 ** (failures - 1)), Math.min(asked, LONGEST));

/** Where an attempt leads. Nothing is "saved" unless what is stored is what was sent. */
export function after(attempt: Attempt, sent: UncheckedBallot, failuresBefore: number): Sending {
  switch (attempt.came) {
    case "refused":
      return { at: "review", problem: attempt.problem, stored: attempt.stored };
    case "failed": {
      const { because, retryAfter } = attempt;
      const failures = failuresBefore + 1;
      return { at: "waiting", failures, seconds: backOff(failures, retryAfter), because };
    }
    case "stored":
      return sameAsSent(sent, attempt.readBack)
        ? {
            at: "saved",
            panel: attempt.readBack.panel,
            stored: attempt.readBack,
            unsaved: attempt.unsaved,
          }
        : { at: "differs", stored: attempt.readBack };
  }
}

/** Whether the answers are on their way. */
export const isUnderWay = ({ at }: Sending): boolean =>
  at === "sending" || at === "working" || at === "waiting";
