import type { ProblemCode } from "../../domain/problem.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { AlertBox } from "../page/alert-box.tsx";

interface Props {
  text: Catalogue;
  problem?: ProblemCode | undefined;
  /** Id of the field that it is about. */
  field?: string | undefined;
}

/** Why what was sent has been refused, on the page from which it came. */
export const Refusal = ({ text, problem, field }: Props) =>
  problem === undefined ? null : (
    <AlertBox>
      <p id="refusal">
        {field === undefined ? (
          text.problems[problem]
        ) : (
          <a href={`#${field}`}>{text.problems[problem]}</a>
        )}
      </p>
    </AlertBox>
  );
