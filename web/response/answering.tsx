import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Fault } from "../../domain/fault.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import type { ResponseEntry } from "../../domain/response/entry.ts";
import { type FatedAnswer, historyOf } from "../../domain/response/standing.ts";
import { byField, Refusal } from "../form/refusal.tsx";
import { useReader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import { nameAnswerFaults } from "./answer-faults.ts";
import { AnswerForm, type AnswerFormProps } from "./answer-form.tsx";
import { type EntryWays, HeldEntries } from "./held-entries.tsx";
import { ResponseHistory } from "./response-history.tsx";

/** What an answer is recorded in the sight of. */
export interface AnsweringProps extends Omit<
  AnswerFormProps,
  "consultation" | "action" | "token" | "wrong" | "ratherNew"
> {
  consultation: Consultation;
  entries: readonly ResponseEntry[];
  since: string | undefined;
  today: string;
  /** Why what was sent is not recorded, and what is wrong with its fields. */
  problem: ProblemCode | undefined;
  faults: readonly Fault[];
}

interface Props extends AnsweringProps, Pick<AnswerFormProps, "action" | "token" | "ratherNew"> {
  waysOf: (answer: FatedAnswer) => EntryWays;
}

/** One recommendation with its history, what can be done about its entries, and the form for the next. */
export function Answering(props: Props) {
  const reader = useReader();
  const { consultation, recommendation, entries, since, today, corrected, problem } = props;
  const wrong = nameAnswerFaults(reader, props.faults, { consultation, today, corrected });
  return (
    <>
      <Refusal why={problem && reader.text.problems[problem]} faults={byField(wrong)} />
      <div class="card-body">
        <p>
          <Wording of={saidIn(reader, consultation, recommendation.statement)} />
        </p>
      </div>
      <ResponseHistory {...{ consultation, recommendation, entries, since, today }} />
      <HeldEntries history={historyOf(entries, recommendation.code)} waysOf={props.waysOf} />
      <AnswerForm {...props} wrong={wrong} />
    </>
  );
}
