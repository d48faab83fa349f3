import type { ReadBack } from "../../domain/api.ts";
import type { Panel } from "../../domain/ballot.ts";
import type { Problem } from "../../domain/problem.ts";
import type { UncheckedBallot } from "./form.ts";
import { sameAsSent } from "./same.ts";
import type { Attempt } from "./send.ts";

/** Where the sending of a ballot stands. */
export type Sending =
  | { at: "editing"; problem?: Problem | undefined }
  | { at: "sending"; failures: number }
  | { at: "waiting"; failures: number; seconds: number; because: "unreachable" | "busy" }
  | { at: "saved"; panel: Panel; stored: ReadBack }
  /** Accepted, but what was read back is not what was sent. */
  | { at: "differs"; stored: ReadBack };

/** Seconds to wait after so many failures in a row: 1, 2, 4, 8, 16, then 30 each time. */
const backOff = (failures: number): number => Math.min(30, 2 ** (failures - 1));

/** Where an attempt leads. Nothing is "saved" unless what was read back is what was sent. */
export function after(attempt: Attempt, sent: UncheckedBallot, failuresBefore: number): Sending {
  switch (attempt.came) {
    case "refused":
      return { at: "editing", problem: attempt.problem };
    case "failed": {
      const failures = failuresBefore + 1;
      return { at: "waiting", failures, seconds: backOff(failures), because: attempt.because };
    }
    case "stored":
      return sameAsSent(sent, attempt.readBack)
        ? { at: "saved", panel: attempt.panel, stored: attempt.readBack }
        : { at: "differs", stored: attempt.readBack };
  }
}

/** Whether the answers are on their way and must not change. */
export const isUnderWay = (sending: Sending): boolean =>
  sending.at === "sending" || sending.at === "waiting";
