import type { ComponentChildren } from "preact";
import type { Problem } from "../../../domain/problem.ts";
import { Refusal } from "../../form/refusal.tsx";
import { takeFocus } from "./focus.ts";
import { nameFaults } from "./faults.ts";
import type { SendState } from "./state.ts";

interface Props {
  state: Pick<SendState, "consultation" | "order" | "texts">;
  problem: Problem;
  /** Leads to a field, where a script runs: without one, the link does. */
  goTo?: (field: string) => void;
  /** What can be done about it. */
  children?: ComponentChildren;
}

/** What was refused and where, with links to the fields; takes the focus when it appears. */
export function ErrorSummary({ state, problem, goTo, children }: Props) {
  const { form, problems } = state.texts;
  return (
    <Refusal
      heading={form.errorHeading}
      why={problems[problem.problem] ?? problems.failure}
      faults={nameFaults(state, problem)}
      goTo={goTo}
      // A new function each time, so that the same refusal takes the focus again.
      takeFocus={(element) => takeFocus(element)}
    >
      <p>{form.nothingLost}</p>
      {children}
    </Refusal>
  );
}
