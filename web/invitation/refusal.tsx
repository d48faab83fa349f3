import type { ProblemCode } from "../../domain/problem.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { AlertBox } from "../page/alert-box.tsx";

interface Props {
  text: Catalogue;
  heading: string;
  problem: ProblemCode;
  /** For each refused field, by its id: what to do about it. */
  wrong?: Partial<Record<string, string>>;
}

/** What was refused, with links to the fields. */
export function Refusal({ text, heading, problem, wrong = {} }: Props) {
  const named = Object.entries(wrong);
  return (
    <AlertBox>
      <h2>{heading}</h2>
      <p>{text.problems[problem]}</p>
      {named.length === 0 ? null : (
        <ul>
          {named.map(([field, sentence]) => (
            <li key={field}>
              <a href={`#${field}`}>{sentence}</a>
            </li>
          ))}
        </ul>
      )}
    </AlertBox>
  );
}
