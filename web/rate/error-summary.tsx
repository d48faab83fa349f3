import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Problem } from "../../domain/problem.ts";
import { nameFaults } from "./faults.ts";
import type { RateState } from "./view.ts";

interface Props {
  state: RateState;
  problem: Problem;
  /** What can be done about it. */
  children?: ComponentChildren;
}

/** What was refused and where, with links to the fields; takes the focus when it appears. */
export function ErrorSummary({ state, problem, children }: Props) {
  const { texts } = state;
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => self.current?.focus(), [problem]);
  const invitation = { field: "invitation", sentence: texts.form.invitation };
  const named =
    problem.problem === "invitation-refused"
      ? [invitation]
      : nameFaults(state, problem.faults ?? []);
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={self}>
      <h2>{texts.form.errorHeading}</h2>
      <p>
        {problem.problem === "revision-conflict"
          ? texts.form.conflict
          : texts.problems[problem.problem]}
      </p>
      {named.length > 0 ? (
        <ul>
          {named.map(({ field, sentence }) => (
            <li key={sentence}>
              {field === undefined ? sentence : <a href={`#${field}`}>{sentence}</a>}
            </li>
          ))}
        </ul>
      ) : null}
      <p>{texts.form.nothingLost}</p>
      {children}
    </div>
  );
}
