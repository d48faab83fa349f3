import type { ProblemCode } from "../../domain/problem.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { AlertBox } from "../page/alert-box.tsx";
import type { WrongFields } from "./faults.ts";

interface Props {
  text: Catalogue;
  problem: ProblemCode;
  wrong: WrongFields;
}

/** What was refused, with links to the fields. */
export function ReportRefusal({ text, problem, wrong }: Props) {
  const named = Object.entries(wrong);
  return (
    <AlertBox>
      <h2>{text.translation.errorHeading}</h2>
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
      <p>{text.rate.form.nothingLost}</p>
    </AlertBox>
  );
}
