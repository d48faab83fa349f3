import type { ComponentChildren } from "preact";
import type { Problem } from "../../../domain/problem.ts";
import { AlertBox } from "../../page/alert-box.tsx";
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
  const { texts } = state;
  const named = nameFaults(state, problem);
  return (
    <AlertBox takeFocus={takeFocus}>
      <h2>{texts.form.errorHeading}</h2>
      <p>{texts.problems[problem.problem] ?? texts.problems.failure}</p>
      {named.length > 0 ? (
        <ul>
          {named.map(({ field, sentence }) => (
            <li key={sentence}>
              {field === undefined ? (
                sentence
              ) : (
                <a
                  href={`#${field}`}
                  onClick={(event) => {
                    if (goTo === undefined) return;
                    event.preventDefault();
                    goTo(field);
                  }}
                >
                  {sentence}
                </a>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <p>{texts.form.nothingLost}</p>
      {children}
    </AlertBox>
  );
}
