import type { Fault } from "../../../domain/fault.ts";
import type { Problem } from "../../../domain/problem.ts";
import { textOf } from "../../language/said.tsx";
import { aboutId, cardId, MISSING } from "../answers/anchors.ts";
import type { SendState } from "./state.ts";

/** A fault as a sentence, with the id of the field that it leads to when there is one. */
export interface NamedFault {
  field: string | undefined;
  sentence: string;
  /** The same beside the field, which needs no naming there. */
  beside: string;
}

type Named = Pick<SendState, "consultation" | "order" | "texts">;

/** Names each fault of a refused ballot in the reader's language. */
export function nameFaults(state: Named, problem: Problem | undefined): NamedFault[] {
  const { form, problems } = state.texts;
  if (problem?.problem === "invitation-refused" || problem?.problem === "panel-unsaid") {
    const beside = problems[problem.problem];
    return [{ field: "invitation", sentence: form.invitation, beside }];
  }
  return (problem?.faults ?? []).map((fault) => nameFault(state, fault));
}

function nameFault({ texts, consultation, order }: Named, fault: Fault): NamedFault {
  const [part = "", code = "", inner] = fault.pointer.slice(1).split("/");
  const kind = texts.faults[fault.fault];
  /** What the fault is about stands before it, where that is known. */
  const of = (field: string | undefined, what: string | undefined): NamedFault => ({
    field,
    sentence: what === undefined ? kind : `${what} ${kind}`,
    beside: kind,
  });
  const whole = (field: string | undefined, sentence: string) => ({
    field,
    sentence,
    beside: sentence,
  });
  switch (part) {
    case "ratings": {
      if (code === "") return whole(cardId(order, order[0] ?? ""), texts.form.rateOne);
      const one = consultation.recommendations.find((known) => known.code === code);
      return of(cardId(order, code), one && `${code} ${textOf(one.title)}:`);
    }
    case "about": {
      const question = consultation.about.find((known) => known.code === code);
      return of(question && aboutId(code), question && textOf(question.question));
    }
    case "reasons": {
      const sentence = inner === undefined ? texts.remarks?.tooMany : texts.remarks?.tooLong;
      return whole(cardId(order, code), `${code}: ${sentence}`);
    }
    case "suggestion":
      return whole(MISSING, texts.remarks?.suggestionTooLong ?? kind);
    case "first":
      return whole("first", texts.form.firstTooMany);
    case "channel":
      return of(part, `${texts.saved.channel}:`);
    case "invitation":
      return of(part, `${texts.form.invitation}:`);
    default:
      return of(undefined, undefined);
  }
}

/** What is wrong with each field, by its id. */
export const faultsByField = (named: readonly NamedFault[]): Record<string, string> =>
  Object.fromEntries(named.flatMap(({ field, beside }) => (field ? [[field, beside]] : [])));
