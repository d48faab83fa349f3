import type { Fault } from "../../domain/fault.ts";
import type { RateState } from "./view.ts";

/** A fault as a sentence, with the field that it leads to when there is one. */
interface NamedFault {
  field: string | undefined;
  sentence: string;
}

/** Names each fault of a refused ballot in the reader's language. */
export const nameFaults = (state: RateState, faults: readonly Fault[]): NamedFault[] =>
  faults.map((fault) => nameFault(state, fault));

function nameFault({ texts, consultation, order }: RateState, fault: Fault): NamedFault {
  const [part = "", code = ""] = fault.pointer.slice(1).split("/");
  const kind = texts.faults[fault.fault];
  switch (part) {
    case "ratings": {
      if (code === "") {
        return { field: order[0] && `${order[0]}-1`, sentence: texts.form.rateOne };
      }
      const one = consultation.recommendations.find((known) => known.code === code);
      return {
        field: one && `${code}-1`,
        sentence: one ? `${code} ${one.title}: ${kind}` : kind,
      };
    }
    case "about": {
      const asked = consultation.about.find((known) => known.code === code);
      return {
        field: asked && `about-${code}`,
        sentence: asked ? `${asked.question} ${kind}` : kind,
      };
    }
    case "first":
      return { field: "first", sentence: texts.form.firstTooMany };
    case "invitation":
      return { field: "invitation", sentence: `${texts.form.invitation}: ${kind}` };
    default:
      return { field: undefined, sentence: kind };
  }
}
